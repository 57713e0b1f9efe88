"""A reader's words in a board pack: text wherever they stand, and never a formula or a link."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree

import pypdf
import pytest
from pptx import Presentation

from ppn_scenarios.briefing import Briefing, Table
from ppn_scenarios.sharing.report import report
from ppn_scenarios.sharing.slides import slides
from ppn_scenarios.wording import literal
from tests.briefing.conftest import LINK

EVIL: Final = (
    '=HYPERLINK("http://out.example","x") #link("http://out.example")[x] #sys.version '
    '#read("/etc/passwd") $x^2$ <script>alert(1)</script> <a:t>&amp;</a:t> ]]> \\u{41} `raw` @cite'
)
NAME: Final = '=1+1 #eval("1") <b>&amp;</b> ]]>'


@pytest.fixture(scope="module")
def hostile(found: Briefing) -> Briefing:
    """A briefing with a stranger's words in its name, paragraphs, cells and names of lines."""
    table = Table(title="Said", head=("What", EVIL), rows=((EVIL, NAME), ("=1+1", "@SUM(A1)")))
    parts = []
    for part in found.parts:
        chart = part.chart
        if chart:
            first, *others = chart.series
            chart = replace(chart, series=(replace(first, name="=1+1"), *others))
        parts.append(replace(part, chart=chart))
    changed = replace(parts[0], words=(*parts[0].words, literal(EVIL)), table=table)
    return replace(found, name=NAME, note=EVIL, parts=(changed, *parts[1:]))


@pytest.fixture(scope="module")
def pack(hostile: Briefing) -> bytes:
    return slides(hostile)


def test_the_words_stand_on_the_slides_as_they_were_typed(pack: bytes) -> None:
    shapes = [s for slide in Presentation(BytesIO(pack)).slides for s in slide.shapes]
    texts = [s.text_frame.text for s in shapes if s.has_text_frame]
    assert any(EVIL in text for text in texts)
    cells: list[Any] = [s for s in shapes if s.has_table]
    assert EVIL in [cell.text for s in cells for row in s.table.rows for cell in row.cells]


def test_slides_lead_nowhere_but_to_the_scenario(pack: bytes) -> None:
    with zipfile.ZipFile(BytesIO(pack)) as file:
        outside = {
            one.get("Target")
            for name in file.namelist()
            if name.endswith(".rels")
            for one in ElementTree.fromstring(file.read(name))
            if one.get("TargetMode") == "External"
        }
        assert not [name for name in file.namelist() if "vba" in name or "activeX" in name]
    assert outside <= {LINK}


def test_no_workbook_behind_a_chart_holds_a_formula(pack: bytes) -> None:
    whole = b""
    with zipfile.ZipFile(BytesIO(pack)) as file:
        for name in (n for n in file.namelist() if n.endswith(".xlsx")):
            with zipfile.ZipFile(BytesIO(file.read(name))) as book:
                whole += b"".join(book.read(n) for n in book.namelist() if n.endswith(".xml"))
    assert b"<f>" not in whole
    assert b">'=1+1<" in whole, "it is there, as text"


def test_a_report_shows_the_words_and_leads_nowhere_but_to_the_scenario(hostile: Briefing) -> None:
    reader = pypdf.PdfReader(BytesIO(report(hostile).pdf))
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert '#read("/etc/passwd")' in text
    assert "=1+1 #eval" in text
    assert "root:" not in text
    links = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots") or []
        if "/URI" in note.get_object().get("/A", {})
    }
    assert links <= {LINK}
    root: Any = reader.trailer["/Root"]
    assert "/OpenAction" not in root
    assert "/JavaScript" not in root.get("/Names", {})
