"""What the live levers do when one is moved, in the browser: a preview, and one word at the end."""

from typing import Final

MOVING: Final = """
const memories = new WeakMap(), PAUSE = 700
function note(m, text, moving) {
  m.note.textContent = text
  m.note.classList.toggle("moving", Boolean(moving))
}
function show(lever, i) {
  const { input, value, about } = lever
  input.value = i
  input.setAttribute("aria-valuetext", about.shown[i])
  value.textContent = about.shown[i]
}
function preview(m, lever) {
  const i = Number(lever.input.value)
  for (const other of m.levers.values()) if (other !== lever && other.moving) commit(m, other)
  m.touched = lever.moving = true
  show(lever, i)
  note(m, m.data.words.preview, true)
  go(m, lever.about.first + i)
}
function commit(m, lever) {
  clearTimeout(lever.timer)
  if (!lever.moving) return
  lever.moving = false
  const i = Number(lever.input.value)
  if (i === lever.about.now) {
    note(m, m.data.words.resting)
    return go(m, present(m))
  }
  m.sent = m.data.heard
  note(m, m.data.words.working)
  clearTimeout(m.late) // never wait for ever, as for a server that was restarted
  m.late = setTimeout(() => { m.sent = null; take(m) }, 20000)
  m.tell("moved", { name: lever.about.name, value: lever.about.at[i] })
}
function groupOf(m, kind) {
  if (!m.groups.has(kind)) {
    const group = make(m.box, "div", { role: "group", "aria-label": kind })
    make(group, "p", { "aria-hidden": "true" }, kind)
    m.groups.set(kind, make(group, "div", { class: "levers" }))
  }
  return m.groups.get(kind)
}
function leverOf(m, about) {
  const box = make(groupOf(m, about.kind), "div")
  make(box, "label", { for: "live-" + about.name }, about.label)
  const value = make(box, "span", { "aria-hidden": "true" })
  const input = make(box, "input", { type: "range", id: "live-" + about.name, min: 0, step: 1 })
  const lever = { input, value, about, moving: false, byHand: false }
  input.onpointerdown = () => { lever.byHand = true }
  input.onkeydown = event => {
    lever.byHand = false
    if (event.key !== "Escape" || !lever.moving) return
    show(lever, lever.about.now)
    commit(m, lever)
  }
  input.oninput = () => { clearTimeout(lever.timer); preview(m, lever) }
  input.onchange = () => {
    if (lever.byHand) return commit(m, lever)
    clearTimeout(lever.timer) // keys change it at every press: wait for the last
    lever.timer = setTimeout(() => commit(m, lever), PAUSE)
  }
  input.onblur = () => commit(m, lever)
  return lever
}

function begin(root) {
  const find = what => root.querySelector(what), m = { sent: null, frame: 0 }
  m.levers = new Map(); m.groups = new Map()
  m.note = find(".note"); m.spoken = find(".spoken"); m.table = find("table")
  m.box = find(".boxes"); m.list = find("dl"); m.host = find(".charts")
  m.find = find
  return m
}
function build(m) {
  const { words, numbers, charts, levers } = m.data
  m.find("summary").textContent = words.table
  m.find(".scroll").setAttribute("aria-label", words.table)
  m.numbers = numbers.map(name => {
    const pair = make(m.list, "div")
    make(pair, "dt", {}, name)
    return make(pair, "dd")
  })
  m.svgs = charts.map(about => {
    const figure = make(m.host, "div")
    make(figure, "p", {}, about.title)
    return make(figure, "svg", { role: "img", "aria-label": about.alt })
  })
  for (const about of levers) m.levers.set(about.name, leverOf(m, about))
  note(m, words.resting)
  m.watch = new ResizeObserver(() => layout(m))
  m.watch.observe(m.host)
}
// Put in force what the server sent; a lever that is being moved stays where it is.
function take(m) {
  let moving = null
  for (const about of m.data.levers) {
    const lever = m.levers.get(about.name)
    const held = lever.moving ? lever.about.at[Number(lever.input.value)] : about.at[about.now]
    lever.about = about
    lever.input.max = about.at.length - 1
    const far = about.at.map(value => Math.abs(value - held))
    show(lever, far.indexOf(Math.min(...far)))
    if (lever.moving) moving = lever
  }
  layout(m)
  if (moving) return preview(m, moving)
  note(m, m.data.words.resting)
  go(m, present(m))
}
export default function ({ data, parentElement, setTriggerValue }) {
  let m = memories.get(parentElement)
  const fresh = !m
  if (fresh) memories.set(parentElement, m = begin(parentElement))
  m.tell = setTriggerValue
  if (m.sent === null || data.heard !== m.sent) { // else its exact run is still on its way
    m.sent = null
    clearTimeout(m.late)
    m.data = data
    m.rows = unpack(data.rows)
    m.wide = 2 * data.years.length + data.asked
    if (fresh) {
      build(m)
      m.target = row(m, present(m))
      m.shown = Float32Array.from(m.target)
    }
    take(m)
  }
  return () => {
    memories.delete(parentElement)
    m.watch.disconnect()
    cancelAnimationFrame(m.frame)
    for (const timer of [m.late, m.speaking]) clearTimeout(timer)
  }
}
"""
