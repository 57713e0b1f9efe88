"""How the live levers draw, in the browser.

It knows no equation. It holds exact runs, and draws a line on its way from one to the next.
"""

from typing import Final

DRAWING: Final = """
const SVG = "http://www.w3.org/2000/svg", EASE = 45, HEIGHT = 230
const RIGHT = 108, LEFT = 46, TOP = 18, BOTTOM = 22, APART = 31
const still = matchMedia("(prefers-reduced-motion: reduce)")

function make(parent, tag, attributes = {}, text = null) {
  const drawn = tag === "svg" || parent.namespaceURI === SVG
  const made = drawn ? document.createElementNS(SVG, tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  if (text !== null) made.textContent = text
  parent.append(made)
  return made
}
const percent = value => Math.round(100 * value) + "%"
const staff = (value, step) => (step * Math.round(value / step)).toLocaleString("en-GB")
const write = (m, kind, value) => kind === "share" ? percent(value) : staff(value, m.data.step)

function unpack(text) {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
  return new Float32Array(bytes.buffer)
}
const row = (m, i) => m.rows.subarray(i * m.wide, (i + 1) * m.wide)
const present = m => m.data.levers[0].first + m.data.levers[0].now

// A line is drawn on its way from one exact run to the next; a number is always of an exact run.
function draw(m) {
  const years = m.data.years.length, shares = Array.from(m.target.subarray(2 * years))
  const low = percent(Math.min(...shares)), high = percent(Math.max(...shares))
  const said = m.data.charts.map((c, i) => write(m, c.kind, m.target[(i + 1) * years - 1]))
  said.push(low === high ? low : low + " to " + high)
  said.forEach((text, i) => { m.numbers[i].textContent = text })
  m.charts.forEach((chart, i) => {
    const own = m.shown.subarray(i * years, (i + 1) * years)
    chart.mine.setAttribute("d", path(chart, own))
    let mine = chart.y(own[years - 1]), stands = chart.y(chart.stands[years - 1])
    if (Math.abs(mine - stands) < APART) {
      const middle = (mine + stands) / 2, up = mine <= stands ? -1 : 1
      mine = middle + up * APART / 2
      stands = middle - up * APART / 2
    }
    chart.mineLabel.setAttribute("transform", `translate(${chart.end},${mine})`)
    chart.standsLabel.setAttribute("transform", `translate(${chart.end},${stands})`)
    chart.mineNumber.textContent = said[i]
  })
  return said
}
const path = (chart, values) => "M" + Array.from(values,
  (value, i) => chart.x(i).toFixed(1) + "," + chart.y(value).toFixed(1)).join("L")

function glide(m) {
  if (m.frame) return
  let before = performance.now()
  const next = now => {
    const share = still.matches ? 1 : 1 - Math.exp(-(now - before) / EASE)
    let far = 0
    before = now
    for (let i = 0; i < m.wide; i++) {
      const gap = m.target[i] - m.shown[i]
      m.shown[i] += gap * share
      far = Math.max(far, Math.abs(gap) / (Math.abs(m.target[i]) + 0.01))
    }
    const there = far < 2e-4 || share === 1
    if (there) m.shown.set(m.target) // at rest it is an exact run, to the last digit
    draw(m)
    m.frame = there ? 0 : requestAnimationFrame(next)
    if (there) rest(m)
  }
  m.frame = requestAnimationFrame(next)
}
function go(m, i) { m.target = row(m, i); glide(m) }

// Once nothing moves: the table, and the numbers for those who listen.
function rest(m) {
  clearTimeout(m.speaking)
  m.speaking = setTimeout(() => {
    const said = draw(m), words = m.data.words, years = m.data.years
    const text = m.data.numbers.map((name, i) => name + ": " + said[i]).join(". ")
    if (m.touched) m.spoken.textContent = text
    m.charts.forEach((chart, i) => chart.svg.setAttribute("aria-label",
      m.data.charts[i].alt + " " + m.data.numbers[i] + ": " + said[i] + "."))
    m.table.replaceChildren()
    make(m.table, "caption", {}, words.caption)
    const head = make(make(m.table, "thead"), "tr"), body = make(m.table, "tbody")
    words.columns.forEach(name => make(head, "th", { scope: "col" }, name))
    years.forEach((year, t) => {
      const line = make(body, "tr")
      make(line, "th", { scope: "row" }, year)
      m.data.charts.forEach((c, i) => {
        make(line, "td", {}, write(m, c.kind, m.shown[i * years.length + t]))
        make(line, "td", {}, write(m, c.kind, m.charts[i].stands[t]))
      })
    })
  }, 250)
}

function chartOf(m, about, i) {
  const chart = { ...about, svg: m.svgs[i] }, years = m.data.years, svg = chart.svg
  const wide = svg.clientWidth || 320, right = wide - RIGHT
  svg.replaceChildren()
  svg.setAttribute("height", HEIGHT)
  chart.end = right + 6
  chart.x = t => LEFT + (right - LEFT) * t / (years.length - 1)
  chart.y = value => HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / about.top
  const line = (y, more) => make(svg, "line", { x1: LEFT, x2: right, y1: y, y2: y, ...more })
  for (const tick of about.ticks) {
    line(chart.y(tick), { stroke: "#D8DDE0" })
    make(svg, "text", { x: LEFT - 6, y: chart.y(tick) + 4, "text-anchor": "end", fill: "#0B1318" },
      write(m, about.kind, tick))
  }
  years.forEach((year, t) => {
    if (t % 7 === 0) make(svg, "text", { x: chart.x(t), y: HEIGHT - 4, "text-anchor": "middle",
      fill: "#0B1318" }, year)
  })
  for (const { label, value } of about.asked) {
    line(chart.y(value), { stroke: "#801650", "stroke-dasharray": "6 4", "stroke-width": 1.75 })
    make(svg, "text", { x: LEFT + 4, y: chart.y(value) - 4, fill: "#801650" }, label)
  }
  const stroke = { fill: "none", "stroke-width": 2.5 }
  make(svg, "path", { ...stroke, stroke: "#5A6670", d: path(chart, about.stands) })
  chart.mine = make(svg, "path", { ...stroke, stroke: "#12436D" })
  const label = (colour, name) => {
    const both = make(svg, "text", { fill: colour })
    make(both, "tspan", { x: 0, dy: -2 }, name)
    return [both, make(both, "tspan", { x: 0, dy: 15 }, "")]
  }
  let number
  ;[chart.standsLabel, number] = label("#5A6670", m.data.words.stands)
  number.textContent = write(m, about.kind, about.stands[years.length - 1])
  ;[chart.mineLabel, chart.mineNumber] = label("#12436D", m.data.words.mine)
  return chart
}
function layout(m) {
  m.charts = m.data.charts.map((about, i) => chartOf(m, about, i))
  draw(m)
}
"""
