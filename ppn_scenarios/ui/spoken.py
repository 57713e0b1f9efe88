"""What a page says to those who listen to it or use only a keyboard, where Streamlit has no words.

It sets names and roles, says in one sentence what a change did to the answer, and hands the focus
on when what had it is taken away. It changes nothing that is seen.
"""

from typing import Final

from .spoken_openers import OPENERS

_SCRIPT: Final = """
const SAME = ["How these numbers are made", "Download chart", "Download table",
  "Open on the stage", "Earlier", "Later", "Delete", "Change the words"]
const FOCUSED = "a[href],button:not(:disabled),input:not(:disabled),select,textarea,summary," +
  "[tabindex='0']"
const NAMED = "span[data-tag],section[data-testid=stFileUploaderDropzone],[data-testid=stFileChip]"
const WAIT = 700, LONG = 160
const all = (what, where = document) => [...where.querySelectorAll(what)]
const set = (node, name, value) => {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}
const seen = node => node.checkVisibility({ visibilityProperty: true })

function landmarks(words) {
  for (const bar of all("[data-testid=stSidebar]")) set(bar, "aria-label", words.levers)
}
// A slider has its name twice, by itself and by its group; its value is spoken as the bare number;
// and what stands on it is read once more after it, with both ends.
function sliders() {
  for (const one of all("input[type=range][aria-label][aria-labelledby]"))
    one.removeAttribute("aria-labelledby")
  for (const bar of all("[data-testid=stSlider]")) values(bar)
}
function values(bar) {
  const shown = all("[data-testid=stSliderThumbValue]", bar)
  all("input[type=range]", bar).forEach((one, i) => {
    if (shown[i]) set(one, "aria-valuetext", shown[i].textContent.trim())
  })
  for (const part of [...shown, ...all("[data-testid=stSliderTickBar]", bar)])
    set(part, "aria-hidden", "true")
}
// A chart is one picture: as a document, it is read with its empty parts. What has a name needs a
// role that may have one: a chosen item in a list of several, a place to drop a file, a file in it,
// and text that is reached by keys so that it can be moved.
function pictures() {
  for (const one of all("[role=graphics-document]")) set(one, "role", "img")
  for (const one of all(".stVegaLiteChart svg")) set(one, "aria-hidden", "true")
  for (const one of all(NAMED)) set(one, "role", "group")
  all("[data-testid=stCode][tabindex]").forEach((one, i) => {
    set(one, "role", "region"); set(one, "aria-label", "Code " + (i + 1))
  })
}
// Buttons of one name say what they belong to: the title of the table, or the heading, above them,
// and, where that is still one name, the panel that they are in or the words in bold above them.
const FULL = "Fullscreen", OWNERS = ":is(h1,h2,h3,.ppn-title,p>strong:first-child,button)"
function names() {
  let heading = "", title = "", lead = "", of = null
  const found = [], times = new Map()
  for (const node of all("[data-testid=stMain] " + OWNERS)) {
    const panel = node.closest("details")?.querySelector("summary")
    if (node.tagName === "STRONG") {
      if (node.previousSibling) continue
      [lead, of] = [", " + node.textContent.trim().replace(/[.:]$/, ""), panel]
    } else if (node.tagName !== "BUTTON") {
      title = node.textContent.trim()
      if (node.tagName !== "DIV") [heading, lead] = [title, ""]
    }
    if (node.tagName !== "BUTTON") continue
    const words = node.innerText.split("\\n"), name = SAME.find(one => words.includes(one)) ??
      (node.getAttribute("aria-label")?.startsWith(FULL) ? FULL : "")
    if (!name || !seen(node)) continue
    const about = name === "Download table" ? title : heading
    const whole = about ? name + ": " + about : name
    const near = (panel ? ", " + panel.innerText.trim().split("\\n").at(-1) : "") +
      (of === panel ? lead : "")
    found.push({ node, whole, title, more: name === "Download table" ? "" : near })
    times.set(whole, (times.get(whole) ?? 0) + 1)
  }
  const given = new Map()
  for (const { node, whole, title, more } of found) {
    let name = times.get(whole) > 1 ? whole + more : whole
    if (given.has(name) && !name.includes(title)) name += ", " + title // of the table above it
    const before = given.get(name) ?? 0
    given.set(name, before + 1)
    set(node, "aria-label", before ? name + " (" + (before + 1) + ")" : name)
  }
}
// A table in a text that is wider than the window is reached by keys, and so can be moved. Those of
// one head are told apart by the panel that they are in.
function tables() {
  for (const box of all("[data-testid=stMarkdownContainer]:has(>table)")) {
    const many = all("table", box).length, heads = all("th", box).map(th => th.textContent)
    const name = many > 1 ? `Text with ${many} tables` : "Table: " + heads.join(", ")
    const panel = box.closest("details")?.querySelector("summary")?.innerText.split("\\n").at(-1)
    set(box, "role", "region"); set(box, "aria-label", panel ? `${name}; ${panel}` : name)
    if (box.scrollWidth > box.clientWidth) set(box, "tabindex", "0")
  }
}
// Of an answer that changes, one sentence is said: the first that is another than before.
const ANSWERS = "[data-testid=stMain] [data-testid=stAlertContainer][role=status]," +
  "[class*=st-key-reach_said_page]"
function answers(memory) {
  for (const box of all(ANSWERS)) {
    const text = box.innerText.trim(), before = memory.told.get(box)
    const whole = box.matches("[role=status]")
    if (whole && text.length < LONG) continue // it is said by itself
    if (whole) set(box, "aria-live", "off")
    memory.told.set(box, text)
    if (before === undefined || before === text) continue
    const split = whole => whole.split(/(?<=[.!?])\\s+(?=[A-Z])/), old = new Set(split(before))
    memory.next = split(text).find(one => !old.has(one)) ?? ""
    clearTimeout(memory.speaking)
    memory.speaking = setTimeout(() => { memory.said.textContent = memory.next }, WAIT)
  }
}

const keyed = node => [...(node.closest("[class*=st-key-]")?.classList ?? [])]
  .find(one => one.startsWith("st-key-"))
function trail(node) {
  const found = []
  for (let at = node.parentElement; at; at = at.parentElement) found.push(at)
  return found
}
// What had the focus was taken away or switched off: its like, its neighbour, or the page's title.
function focus(memory) {
  const last = memory.last
  if (memory.byHand || memory.left || !last || document.activeElement !== document.body) return
  const able = node => node?.isConnected && !node.disabled && seen(node)
  const like = last.key && document.querySelector("." + CSS.escape(last.key))
  const near = last.trail.find(node => node.isConnected && all(FOCUSED, node).some(seen))
  const title = document.querySelector("[data-testid=stMain] h1")
  const moved = last.path !== location.pathname // to another page: begin at its title
  let to = able(last.node) ? last.node : !moved && like && all(FOCUSED, like).find(seen)
  if (!to && !moved && near && !near.contains(title)) to = all(FOCUSED, near).find(seen)
  if (!to && !moved && last.trail.some(node => node.matches(SMALL))) to = opener(memory)
  if (!to && title) {
    title.tabIndex = -1
    to = title
  }
  to?.focus({ preventScroll: able(last.node) })
}

const runs = () =>
  document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning"
function tend(memory) {
  landmarks(memory.words); sliders(); pictures(); lists(); names(); tables(); answers(memory)
  helps(); drawers(); smalls(memory)
  if (runs()) later(memory)
  else focus(memory)
}
// While a page is drawn it waits, so that the answer does not; a long run has it once a second.
function later(memory) {
  memory.due ??= setTimeout(() => {
    memory.due = null
    memory.waits = runs() ? (memory.waits ?? 0) + 1 : 0
    if (memory.waits % 8) later(memory)
    else tend(memory)
  }, 120)
}
function begin(words) {
  const memory = { words, told: new WeakMap(), byHand: false }
  memory.said = document.createElement("div")
  memory.said.setAttribute("role", "status")
  memory.said.className = "ppn-aloud"
  document.body.append(memory.said)
  addEventListener("focusin", event => {
    const node = event.target
    memory.left = false
    if (node instanceof Element)
      memory.last = { node, key: keyed(node), trail: trail(node), path: location.pathname }
  }, true)
  addEventListener("pointerdown", () => { memory.byHand = true }, true)
  addEventListener("keydown", event => {
    memory.byHand = false
    memory.left = event.key === "Tab" // out of the page, if nothing in it has the focus after that
    if (event.key === "Escape") // what is told of a mark can be sent away
      document.getElementById("vg-tooltip-element")?.classList.remove("visible")
    // Streamlit takes these two alone for itself; who speaks to a computer presses them unawares.
    const alone = !(event.ctrlKey || event.altKey || event.metaKey)
    const writing = event.target.closest?.("input:not([type=range]),textarea,[contenteditable]")
    if (alone && !writing && /^[rc]$/i.test(event.key)) event.stopImmediatePropagation()
  }, true)
  new MutationObserver(changes => {
    for (const { target, attributeName: name } of changes)
      if (name === "aria-valuetext") sliders() // at once: it is about to be spoken
    later(memory)
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true,
    attributeFilter: ["disabled", "aria-valuetext"]
  })
  tend(memory)
  return memory
}
return data => { (window.ppnSpoken ??= begin(data)).words = data }
"""
SPOKEN: Final = OPENERS + _SCRIPT
WORDS: Final = {"levers": "Levers"}
