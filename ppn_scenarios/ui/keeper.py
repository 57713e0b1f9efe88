"""What keeps the session in the reader's own browser, and hands it back.

A tab's session stands in the tab's own storage, which a reload and a restart of the server leave
alone. The newest of each tab also stands in the browser's storage, so that a tab that was closed
can be offered again; nothing of it is ever kept on the server.
"""

from typing import Final

from ppn_scenarios.workshop.shape import LARGEST

KEEPER: Final = (
    f"const LARGEST = {LARGEST}\n"
    """
const TAB = "ppn-tab", OWN = "ppn-session", ASKED = "ppn-asked", ALL = "ppn-kept-"
const MOST = 20, OLDEST = 30 * 24 * 3600 * 1000

const names = () => Object.keys(localStorage).filter(name => name.startsWith(ALL))
const kept = name => { try { return JSON.parse(localStorage.getItem(name)) } catch { return null } }
// A tab that was duplicated has the other's storage: each page that is loaded has its own name.
const named = memory => (memory.mine ??= ALL + Math.random().toString(36).slice(2))

// A message that is too large would close the channel, again and again.
const fits = text => new TextEncoder().encode(JSON.stringify(text)).length <= LARGEST + 2

// The sessions of other tabs, the newest first, and one of them with how many are older.
const others = memory => names().filter(name => name !== memory.mine)
  .map(name => ({ name, ...kept(name) })).filter(one => one.text && one.at && fits(one.text))
  .sort((a, b) => b.at - a.at)
const one_of = (found, i) =>
  i < found.length ? { other: { ...found[i], older: found.length - i - 1 } } : null

// What this tab has of an earlier visit or, in a fresh tab, the newest of the others.
function look(memory) {
  const own = sessionStorage.getItem(OWN)
  if (own) return fits(own) ? { own } : { failed: "TooLarge" }
  if (sessionStorage.getItem(ASKED)) return null
  return one_of(others(memory), 0)
}

function keep(text, mine) {
  const at = Date.now(), before = sessionStorage.getItem(TAB), held = sessionStorage.getItem(OWN)
  sessionStorage.setItem(OWN, text)
  const others = names().filter(name => name !== mine)
    .map(name => ({ name, at: kept(name)?.at ?? 0 })).sort((a, b) => b.at - a.at)
  const full = () => others.length >= MOST || at - others.at(-1)?.at > OLDEST
  while (full()) localStorage.removeItem(others.pop().name)
  for (;;) {
    try { localStorage.setItem(mine, JSON.stringify({ at, text })); break }
    catch (problem) { // there is no more room: the oldest gives way
      if (!others.length) throw problem
      localStorage.removeItem(others.pop().name)
    }
  }
  // What this tab kept before it was loaded again is in what it keeps now.
  if (before && before !== mine && kept(before)?.text === held) localStorage.removeItem(before)
  sessionStorage.setItem(TAB, mine)
}

function forget(what) {
  names().filter(name => what === "all" || name === what)
    .forEach(name => localStorage.removeItem(name))
  if (what === "all") sessionStorage.removeItem(OWN)
}

// While the server does not answer, say so: what the reader made is safe here.
function watch(memory) {
  if (memory.watching) return
  memory.watching = true
  const said = document.createElement("div")
  said.setAttribute("role", "status")
  said.style.cssText = "position:fixed;left:1rem;right:1rem;bottom:1rem;z-index:1000000;" +
    "max-width:40rem;margin:0 auto;padding:.8rem 1rem;border:2px solid #0F6B64;" +
    "border-radius:4px;background:#fff;color:#0B1318;font:1rem/1.45 Arial,sans-serif;display:none"
  document.body.append(said)
  const style = document.createElement("style") // in place of advice for developers
  style.textContent = ".ppn-away [data-testid=stDialog]:has(code){display:none}"
  document.head.append(style)
  let since = 0, back = 0
  setInterval(() => {
    const app = document.querySelector('[data-testid="stApp"]')?.dataset, now = Date.now()
    const away = Boolean(app) && app.testConnectionState !== "CONNECTED"
    if (away && !since) since = now
    if (away) back = 0
    document.body.classList.toggle("ppn-away", away)
    if (!since) return
    if (!away && !back) {
      back = now
      // A server that was restarted knows nobody: ask for the page, so that it can ask us back.
      memory.tell("found", { back: true })
    }
    const calm = back && now - back > 1500
    if (calm && app.testScriptState === "notRunning" && !memory.waiting) since = 0
    said.textContent = !since ? "" : away ? memory.away : memory.there
    said.style.display = since && now - since > 1500 ? "block" : "none"
  }, 500)
}

// Hand over what was found, and again until the server has it: a run that is under way may miss it.
function hand(memory, found, done = () => !memory.waiting) {
  clearInterval(memory.again)
  if (!found) return
  let left = 20
  memory.tell("found", found)
  memory.again = setInterval(() => {
    if (done() || !left--) clearInterval(memory.again)
    else memory.tell("found", found)
  }, 2000)
}

return (data, tell) => {
  const memory = (window.ppnKeeper ??= { answered: "", waiting: false, done: "" })
  memory.away = data.away
  memory.there = data.back
  memory.tell = tell
  memory.got = data.got
  watch(memory)
  try {
    if (data.order && memory.done !== data.order.id) {
      const { id, forget: what, after } = data.order, found = others(memory)
      memory.done = id
      const older = found.findIndex(one => one.name === after) + 1
      if (after) hand(memory, { ...one_of(found, older), asked: id }, () => memory.got === id)
      else forget(what)
    }
    if (data.settled) sessionStorage.setItem(ASKED, "1")
    if (memory.answered !== data.visit) {
      memory.answered = data.visit
      const found = look(memory)
      memory.waiting = Boolean(found)
      hand(memory, found)
    }
    // What was here before is not written over until the server has it.
    if (memory.waiting && !data.heard) return
    memory.waiting = false
    if (data.text && memory.text !== data.text) {
      keep(data.text, named(memory))
      memory.text = data.text
    }
  } catch (problem) {
    if (memory.failed) return
    memory.failed = true
    tell("found", { failed: String(problem?.name ?? problem) })
  }
}
"""
)
AWAY: Final = (
    "The explorer does not answer at the moment. Your session is safe in this browser. This page "
    "connects by itself when it can; a reload does no harm."
)
BACK: Final = "The explorer answers again. Taking up your session: one moment."
