"""What the live levers are made of, and how they look."""

from typing import Final

HTML: Final = """
<div class="live">
  <div class="seen"><dl></dl><p class="note"></p><p class="spoken" role="status"></p></div>
  <div class="charts"></div>
  <div class="boxes"></div>
  <details><summary></summary><div class="scroll" tabindex="0" role="region"><table></table></div>
  </details>
</div>
"""
CSS: Final = """
.live { color: var(--st-text-color); font: 1rem/1.45 var(--st-font); display: grid; gap: 1rem;
  container-type: inline-size }
.seen { position: sticky; top: 3.75rem; z-index: 1; background: var(--st-background-color);
  padding: 0.3rem 0 }
dl { align-items: end; display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; margin: 0 }
dt { font-size: 0.85rem } dd { margin: 0; font-size: 1.6rem; line-height: 1.25; font-weight: 600;
  font-variant-numeric: tabular-nums }
.note { margin: 0.1rem 0 0.2rem; font-size: 0.9rem; min-height: 1.45em; color: #3D4750 }
.note.moving { color: #801650; font-weight: 600 }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.charts { display: grid; gap: 0.5rem }
.charts p { margin: 0; font-size: 0.9rem; font-weight: 600 }
svg { display: block; width: 100%; overflow: visible; user-select: none }
text { font: 12.5px var(--st-font); font-variant-numeric: tabular-nums }
.boxes { display: grid; gap: 1rem }
.boxes p { margin: 0 0 0.4rem; font-weight: 600 }
.levers { display: grid; gap: 0.6rem 1.6rem }
.levers > div { display: flex; flex-direction: column; justify-content: flex-end }
label { display: block }
.levers span { font-weight: 600; font-variant-numeric: tabular-nums }
input { width: 100%; height: 44px; margin: 0; cursor: pointer; touch-action: pan-y;
  scroll-margin: 9rem 0 1rem;
  accent-color: var(--st-primary-color) }
input:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid #0B1318;
  outline-offset: 2px; box-shadow: 0 0 0 6px #ffeb3b; border-radius: 2px }
summary { min-height: 44px; line-height: 44px; cursor: pointer }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-size: 0.9rem }
caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem }
th, td { text-align: right; padding: 0.25rem 0.7rem; border-bottom: 1px solid #D8DDE0;
  font-variant-numeric: tabular-nums }
th:first-child { text-align: left; padding-left: 0 }
@container (min-width: 700px) {
  .charts { grid-template-columns: 3fr 2fr; gap: 1.5rem }
  .levers { grid-template-columns: repeat(3, 1fr) }
}
@container (max-width: 699px) {
  dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.5rem }
  dt { font-size: 0.8rem; line-height: 1.3 }
  dd { font-size: 1.2rem; white-space: nowrap }
  .note { min-height: 2.9em }
}
"""
