"""The finding before the page: what it will say, fetched while a hand is on a lever.

A press then changes the finding at once, and the page follows. Each finding that is shown was made
by the server, of an exact run; the browser only chooses among those it was given. Whatever it was
not given waits for the page, as everything would without this.
"""

from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from ppn_scenarios.assumptions import LEVERS, Scenario
from ppn_scenarios.running.spare import time_is_left
from ppn_scenarios.sharing.link import write
from ppn_scenarios.sharing.view import View
from ppn_scenarios.wording.places import Place

from .hypothesis import without_hypothesis
from .visit import visit

SOON: Final = 0.06  # seconds that a hand is on a lever before the browser asks
BUSY: Final = 5.0  # the same while the server has other things to do
BY_STEPS: Final = tuple(name for name, a in LEVERS.items() if a.has_steps)  # or by a switch
_SCRIPT: Final = """
const MOST = 60, TRIES = 4
const BOX = "[data-testid=stSidebar] [class*=st-key-lever_]"
const ANSWERS = "[data-testid=stMain] [data-testid=stAlertContentInfo] p"
const memories = new WeakMap()
const CONTROL = "input:is([type=range],[type=checkbox])"
const controls = () => [...document.querySelectorAll(BOX + " " + CONTROL)]
const controlAt = node => node.closest?.(BOX)?.querySelector(CONTROL)
const valueOf = input => input.type === "checkbox" ? Number(input.checked) : input.value
const nameOf = input => [...input.closest(BOX).classList]
  .find(one => one.startsWith("st-key-lever_")).slice("st-key-lever_".length)
const same = (a, b, input) => Math.abs(a - b) < 1e-4 * (Number(input.step) || 1)
const moved = (m, input) => !same(m.data.at[nameOf(input)], valueOf(input), input)

// The pieces of a finding as the page writes it: plain ones, and those that stand out, in turn.
const pieces = text => text.split(/[*]+/)
const leaves = node =>
  [...node.childNodes].flatMap(one => one.nodeType === Node.TEXT_NODE ? [one] : leaves(one))
function write(m, text) {
  const known = [m.written, m.data.finding].map(one => pieces(one).join(""))
  const box = [...document.querySelectorAll(ANSWERS)].find(one => known.includes(one.textContent))
  const said = pieces(text), there = box ? leaves(box) : []
  if (there.length !== said.length) return // another finding, or of another form: wait for the page
  there.forEach((leaf, i) => { if (leaf.nodeValue !== said[i]) leaf.nodeValue = said[i] })
  m.written = text
}
// What the findings of a lever rest on: on everything but its own value.
function under(m, name) {
  const rest = new URLSearchParams(m.data.query)
  rest.delete(name)
  return name + "?" + rest
}
// What the finding says with the levers as they stand, where known; else what the page said.
function finding(m) {
  const input = m.lever, others = controls().filter(one => one !== input)
  const sure = input?.isConnected && !m.unsure && !others.some(one => moved(m, one))
  if (!sure || m.under !== under(m, nameOf(input))) return m.data.finding
  return m.told.find(one => same(one.value, valueOf(input), input))?.finding ?? m.data.finding
}
function ask(m, input, wait = m.data.wait, tries = TRIES) {
  clearTimeout(m.due)
  m.hand = input
  if (!m.off && !input.disabled && tries)
    m.due = setTimeout(() => hear(m, input, tries), 1000 * wait)
}
async function hear(m, input, tries) {
  const name = nameOf(input), key = under(m, name)
  m.asking?.abort()
  m.asking = new AbortController()
  try {
    const address = `${m.data.base}/ahead/${name}?${m.data.query}`
    const answer = await fetch(address, { signal: m.asking.signal })
    if (answer.status === 204) return ask(m, input, m.data.busy, tries - 1) // it is busy
    m.off = !answer.headers.get("content-type")?.includes("json") // it is one without this
    if (m.off) return
    const told = await answer.json(), before = m.under === key ? m.told : []
    m.under = key
    m.told = [...told, ...before].slice(0, MOST)
    write(m, finding(m))
  } catch { /* something else was asked for, or the network is gone: the page answers */ }
}
function begin(m) {
  const stop = new AbortController(), { signal } = stop
  const near = event => {
    const input = event.buttons ? null : controlAt(event.target)
    if (input && m.hand !== input) ask(m, input)
  }
  const other = event => { if (!controlAt(event.target)) m.unsure = true }
  const turned = event => {
    const input = controlAt(event.target)
    if (input?.type !== "checkbox") return
    m.lever = input
    write(m, finding(m))
  }
  addEventListener("focusin", near, { signal })
  addEventListener("pointerover", near, { signal })
  addEventListener("change", turned, { signal, capture: true })
  // Whatever else may change the scenario: until the page answers, the rest of it is not known.
  for (const kind of ["change", "click"]) addEventListener(kind, other, { signal, capture: true })
  addEventListener("keydown", event => { if (event.altKey || event.ctrlKey) m.unsure = true },
    { signal, capture: true })
  const watch = new MutationObserver(changes => {
    const levers = changes.map(one => one.target).filter(one => one.type === "range")
    m.lever = levers.find(one => controlAt(one) && moved(m, one)) ?? m.lever
    if (levers.length) write(m, finding(m))
  })
  watch.observe(document.body, { subtree: true, attributeFilter: ["value"] })
  m.end = () => { stop.abort(); watch.disconnect(); m.asking?.abort(); clearTimeout(m.due) }
}
export default function ({ data, parentElement }) {
  const m = memories.get(parentElement) ?? { told: [], under: "", unsure: false, off: false }
  m.data = data
  m.written ??= data.finding
  m.unsure = false
  if (!memories.has(parentElement)) begin(m)
  memories.set(parentElement, m)
  write(m, finding(m))
  if (m.hand?.isConnected) ask(m, m.hand)
  return () => { m.end(); memories.delete(parentElement) }
}
"""
_AHEAD: Final = st.components.v2.component("ppn_ahead", html="<span></span>", js=_SCRIPT)


def answer_ahead(scenario: Scenario, place: Place, finding: str) -> None:
    """Draw the part, which nobody sees, where the levers in the panel are those of `scenario`."""
    if scenario == without_hypothesis(visit().scenario):  # not while another is replayed
        _AHEAD(data={**under(scenario, place), "finding": finding}, key="ahead")


def under(scenario: Scenario, place: Place) -> dict[str, Any]:
    """Return the link to a scenario in a place, where its controls stand, and where to ask."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return {
        "query": urlencode(write(scenario, View(place=place.code))),
        "at": {name: getattr(scenario, name) for name in BY_STEPS},
        "base": f"/{base}" if base else "",
        "wait": SOON if time_is_left() else BUSY,
        "busy": BUSY,
    }
