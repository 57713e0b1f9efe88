"""A chart as it stands in a web page: two drawings, of which the style shows the one that fits."""

from typing import Final
from xml.etree import ElementTree

from ppn_scenarios.briefing import Chart
from ppn_scenarios.sharing.line_chart import NARROW, WIDE, Size, drawing
from ppn_scenarios.sharing.picture import svg

SVG: Final = "http://www.w3.org/2000/svg"


def drawn(chart: Chart, id: str) -> str:
    """Return a chart as SVG for a wide and for a narrow screen, each with title and description."""
    return inline(chart, WIDE, f"{id}-wide") + inline(chart, NARROW, f"{id}-narrow")


def inline(chart: Chart, size: Size, id: str) -> str:
    """Return one drawing that grows with its place and has its text alternative."""
    ElementTree.register_namespace("", SVG)
    # What is parsed here was drawn a moment ago from our own specification.
    root = ElementTree.fromstring(svg(drawing(chart, size)))
    for name in ("width", "height", "version", "class"):
        root.attrib.pop(name, None)
    for element in root.iter():
        for name in [n for n in element.attrib if n.startswith("aria-") or n in ("role", "class")]:
            del element.attrib[name]
    root.set("class", "wide" if size.direct else "narrow")
    root.set("role", "img")
    root.set("aria-labelledby", f"{id}-title {id}-desc")
    for i, (tag, text) in enumerate((("title", chart.title), ("desc", chart.alt))):
        said = ElementTree.Element(f"{{{SVG}}}{tag}", {"id": f"{id}-{tag}"})
        said.text = text
        root.insert(i, said)
    return ElementTree.tostring(root, encoding="unicode")
