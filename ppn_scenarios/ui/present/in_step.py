"""What keeps windows of one browser in step, in the browser: a script, and how it looks.

A stage leads; windows with the speaker's notes or the picture follow. `windows` draws them.
"""

from typing import Final

SCRIPT: Final = """
const FIELDS = "input,textarea,select,[role=slider],[role=combobox],[role=dialog],[contenteditable]"
const QUIET = 8000 // milliseconds after which a stage is given up
const opener_of = window => { try { return window.opener?.ppnStage?.id } catch { return null } }
const clock = ms => {
  const s = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`
}
const press = name =>
  document.querySelector(`.st-key-stage_${name} button:not([disabled])`)?.click()

// What changes on the stage is said to those who listen to it.
function aloud() {
  for (const part of document.querySelectorAll(".st-key-stage_question,.st-key-stage_answer"))
    part.setAttribute("aria-live", "polite")
}

// When the talk and its present scene began: in the tab's own storage, so that a reload counts on.
function times(scene, anew) {
  const kept = JSON.parse(sessionStorage.getItem("ppn-talk") ?? "{}"), now = Date.now()
  if (anew || !kept.began) kept.began = kept.since = now
  if (kept.scene !== scene) kept.since = now
  kept.scene = scene
  sessionStorage.setItem("ppn-talk", JSON.stringify(kept))
  return { began: kept.began, since: kept.since }
}

// Keys of a remote control: they press the buttons of the stage, here or in its window.
function keys(memory) {
  if (memory.keys) return
  memory.keys = true
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (document.querySelector("[role=dialog]") || event.target.closest?.(FIELDS)) return
    const name = { PageDown: "next", ArrowRight: "next", PageUp: "previous",
      ArrowLeft: "previous" }[event.key]
    if (!name || !memory.role) return
    event.preventDefault()
    if (memory.role === "stage") press(name)
    else memory.channel?.postMessage({ go: name, to: memory.leader })
  })
}

// A stage has a name, by which those who follow it tell it from another in the same browser.
function name_of_stage() {
  const kept = sessionStorage.getItem("ppn-stage") ?? Math.random().toString(36).slice(2)
  sessionStorage.setItem("ppn-stage", kept)
  return kept
}

function lead(memory, data, box) {
  memory.id = name_of_stage()
  const say = anew => memory.channel?.postMessage(
    { ...data.message, ...times(data.message.scene, anew), from: memory.id })
  memory.hear = heard => {
    if (heard.hello) say(false)
    if (heard.to && heard.to !== memory.id) return
    if (heard.anew) say(true)
    if (heard.go) press(heard.go)
  }
  say(false)
  aloud()
  data.windows.forEach(({ label, name, query }, i) => {
    const button = box.children[i] ?? box.appendChild(document.createElement("button"))
    button.type = "button"
    button.textContent = label
    button.onclick = () => {
      const address = new URL(window.location.href)
      address.search = query
      const opened = window.open(address.href, `ppn-${name}`, "popup,width=1100,height=760")
      box.nextElementSibling.textContent = opened ? "" : `${data.blocked} ${address.href}`
    }
  })
  if (!memory.channel) box.nextElementSibling.textContent = data.deaf
}

// What shows the time to the speaker.
function clocks(memory, data, box) {
  if (data.role !== "notes" || box.firstChild) return
  box.innerHTML = "<p><b>0:00</b> <span></span></p><p><i>0:00</i> <span></span></p>"
  const [whole, scene] = box.querySelectorAll("span")
  whole.textContent = data.clock
  scene.textContent = data.clock_scene
  const anew = document.createElement("button")
  anew.type = "button"
  anew.textContent = data.anew
  anew.onclick = () => memory.channel?.postMessage({ anew: true, to: memory.leader })
  box.append(anew)
}

function follow(memory, data, box, tell) {
  Object.assign(memory, { data, tell, box, told: box.nextElementSibling })
  clocks(memory, data, box)
  memory.leader ??= opener_of(window)
  memory.hear = heard => {
    const silent = Date.now() - (memory.at ?? memory.watching) > QUIET
    if (!heard.query || (memory.leader && heard.from !== memory.leader && !silent)) return
    memory.leader = heard.from
    const same = memory.heard?.query === heard.query && memory.heard?.own === heard.own
    memory.heard = same ? Object.assign(memory.heard, heard) : heard
    memory.at = Date.now()
  }
  if (memory.watching) return
  memory.watching = Date.now()
  // A window that a page opens begins with a copy of the page's own session, which is not its own.
  if (window.opener)
    ["ppn-tab", "ppn-session", "ppn-asked"].forEach(name => sessionStorage.removeItem(name))
  const ask = () => memory.role && memory.channel?.postMessage({ hello: true })
  ask()
  setInterval(ask, 3000)
  setInterval(() => {
    const { heard, data, at } = memory, now = Date.now()
    // Hand over what was heard, and again until the page has it: a run under way may miss it.
    const news = heard && (heard.query !== data.query || heard.own !== data.own)
    if (news && (heard !== memory.handed || now > memory.next)) {
      memory.handed = heard
      memory.next = now + 2000
      memory.tell("followed", { query: heard.query, own: heard.own })
    }
    const alone = now - (at ?? memory.watching) > QUIET
    const words = !memory.channel ? data.deaf : !alone ? "" : at ? data.left : data.alone
    if (memory.told.textContent !== words) memory.told.textContent = words
    if (data.role !== "notes" || !heard) return
    memory.box.querySelector("b").textContent = clock(now - heard.began)
    memory.box.querySelector("i").textContent = clock(now - heard.since)
  }, 250)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const memory = (window.ppnStage ??= {})
  const box = parentElement.querySelector(".windows")
  if (!memory.channel && "BroadcastChannel" in window) {
    memory.channel = new BroadcastChannel("ppn-stage")
    memory.channel.onmessage = event => memory.hear?.(event.data)
  }
  memory.role = data.role
  keys(memory)
  if (data.role === "stage") lead(memory, data, box)
  else follow(memory, data, box, setTriggerValue)
  return () => { memory.role = memory.hear = null }
}
"""
STYLE: Final = """
.windows { display: flex; gap: 0.3rem; flex-wrap: wrap; align-items: baseline }
p { margin: 0 1rem 0 0; font-size: 1.1rem }
b, i { font-style: normal; font-weight: 700; font-size: 1.9rem; font-variant-numeric: tabular-nums }
button { font: inherit; font-size: clamp(0.85rem, 0.9vw, 1.1rem);
  background: var(--st-background-color); color: var(--st-text-color);
  border: 1px solid var(--st-border-color); cursor: pointer;
  border-radius: var(--st-button-radius); padding: 0.2rem 0.5rem; min-height: 2.2rem }
button:focus-visible { outline: 3px solid #0B1318; outline-offset: 2px }
span { overflow-wrap: anywhere }
"""
