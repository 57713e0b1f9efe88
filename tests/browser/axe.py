"""What axe-core finds on a page as it stands, and what of it is not ours to mend."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
RUN = """
async ([tags, known, within]) => {
  const over = within && document.querySelector(within)
  const found = await axe.run(over || document, {
    runOnly: tags, resultTypes: ["violations", "incomplete"], elementRef: true })
  const told = []
  for (const kind of ["violations", "incomplete"])
    for (const rule of found[kind])
      for (const node of rule.nodes) {
        const at = known.findIndex(one => one.kind === kind && one.rule === rule.id &&
          node.element && node.element.matches(one.selector))
        told.push({ kind, rule: rule.id, html: node.html, why: node.failureSummary ?? "", at })
      }
  return told
}
"""


@dataclass(frozen=True)
class Known:
    """Something that axe reports and that was judged: by rule and element, with the reason.

    `where` is a state in which it is met for certain, so that an entry cannot outlive its cause.
    """

    kind: str  # violations, or incomplete: what axe leaves to a person
    rule: str
    selector: str
    where: str
    why: str
    upstream: str = ""


@cache
def script() -> str:
    """axe-core itself, as the package carries it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def findings(
    page: Page, known: tuple[Known, ...], within: str = ""
) -> tuple[list[str], set[Known], int]:
    """Return what axe reports that is not known, the entries that were met, and how many passed.

    The number is of nodes that axe leaves to a person and that an entry judges. `within` is the
    part of the page to look at, such as what lies over the rest: all of it, if it is not given.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(script())
    listed = [{"kind": k.kind, "rule": k.rule, "selector": k.selector} for k in known]
    told: list[dict[str, Any]] = page.evaluate(RUN, [list(TAGS), listed, within])
    new = [f"{t['kind']}: {t['rule']}: {t['html'][:200]} ({t['why'][:300]})" for t in told]
    unknown = [line for line, t in zip(new, told, strict=True) if t["at"] < 0]
    met = {known[t["at"]] for t in told if t["at"] >= 0}
    return unknown, met, len(told) - len(unknown)
