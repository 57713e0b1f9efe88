"""The report against the Matterhorn Protocol 1.1 (PDF/UA-1): the checkpoints a machine can decide.

A person must look for the rest: 03 flicker, 04 colour and contrast, 08 text from scans, 12
stretched letters, 24 forms on paper; and whether tags and alternatives say the right thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

import pypdf
import pytest
from pypdf.generic import ContentStream

# The kinds of PDF 1.7, and the operators of a page that show something.
KINDS: Final = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
    Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
"""
STANDARD: Final = frozenset(KINDS.split())
OPERATORS: Final = "Tj TJ ' Do sh f F f* B B* b b* S s EI"
SHOWING: Final = frozenset([*OPERATORS.split(), '"', "INLINE IMAGE"])


@dataclass(frozen=True)
class Element:
    """One element of the structure: its kind after the role map, its attributes and its kids."""

    kind: str
    raw: Any
    kids: "tuple[Element, ...]"

    def every(self) -> "Iterator[Element]":
        yield self
        for kid in self.kids:
            yield from kid.every()

    def of(self, *kinds: str) -> "list[Element]":
        return [one for one in self.every() if one.kind in kinds]

    def attribute(self, name: str) -> Any:
        held = self.raw.get("/A")
        held = held.get_object() if held is not None else []
        for one in held if isinstance(held, list) else [held]:
            if name in one.get_object():
                return one.get_object()[name]
        return None


@pytest.fixture(scope="session")
def reader(pdf: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(pdf))


@pytest.fixture(scope="session")
def root(reader: Any) -> Any:
    return reader.trailer["/Root"]


@pytest.fixture(scope="session")
def tree(root: Any) -> Element:
    roles = {str(k): str(v) for k, v in root["/StructTreeRoot"].get("/RoleMap", {}).items()}

    def built(raw: Any) -> Element:
        kids = raw.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        some = [k.get_object() for k in (kids if isinstance(kids, list) else [kids])]
        inner = [k for k in some if isinstance(k, dict) and "/S" in k]
        kind = str(raw["/S"])
        return Element(roles.get(kind, kind)[1:], raw, tuple(map(built, inner)))

    whole = root["/StructTreeRoot"]["/K"].get_object()
    (top,) = whole if isinstance(whole, list) else [whole]
    return built(top.get_object())


def shown(page: Any, reader: Any) -> Iterator[tuple[str, str, int | None]]:
    """What a page shows: operator, tag of the innermost marked content, and its number."""
    marks: list[tuple[str, int | None]] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        name = operator.decode()
        if name in ("BDC", "BMC"):
            about = operands[1] if name == "BDC" else {}
            marks.append((str(operands[0]), about.get("/MCID") if hasattr(about, "get") else None))
        elif name == "EMC":
            marks.pop()
        elif name in SHOWING:
            numbered = [mark for mark in marks if mark[1] is not None or mark[0] == "/Artifact"]
            yield name, *(numbered[-1] if numbered else ("", None))


def test_01_all_that_is_shown_is_tagged_or_marked_as_an_artifact(reader: Any, root: Any) -> None:
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], (n.get_object() for n in numbers[1::2]), strict=True))
    tagged = artifacts = 0
    for page in reader.pages:
        known = parents[page["/StructParents"]]
        for name, tag, number in shown(page, reader):
            assert tag, f"{name} on a page is neither tagged nor an artifact"
            if tag == "/Artifact":
                artifacts += 1
                continue
            assert number is not None
            assert known[number].get_object()["/S"], "marked content that no element owns"
            tagged += 1
    assert tagged > 1_000
    assert artifacts > len(reader.pages), "else the test could not see footers"


def test_02_every_role_leads_to_a_standard_one_and_none_is_changed(root: Any) -> None:
    roles = root["/StructTreeRoot"].get("/RoleMap", {})
    for name, meant in roles.items():
        assert name[1:] not in STANDARD, f"{name} is standard and is given another meaning"
        assert meant[1:] in STANDARD, f"{name} leads to {meant}"


def test_06_07_it_says_what_it_is_and_shows_its_title(reader: Any, root: Any) -> None:
    said = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "PPN Scenarios: Our plan</rdf:li>" in said
    assert reader.metadata.title == "PPN Scenarios: Our plan"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/MarkInfo"].get("/Suspects")) in ("None", "False")


def test_09_every_element_has_a_standard_kind(tree: Element) -> None:
    assert {one.kind for one in tree.every()} <= STANDARD
    assert tree.kind == "Document"


def test_10_31_fonts_are_in_the_file_with_the_letters_that_they_stand_for(reader: Any) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]): font.get_object()
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts
    for name, font in fonts.items():
        (inner,) = font["/DescendantFonts"]
        about = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(about), f"{name} is not embedded"
        assert b"beginbf" in font["/ToUnicode"].get_object().get_data(), name
        assert font["/Encoding"] == "/Identity-H"


def test_11_the_language_is_declared(root: Any) -> None:
    assert root["/Lang"] == "en-GB"


def test_13_every_picture_has_an_alternative_and_a_place(tree: Element) -> None:
    pictures = tree.of("Figure")
    assert len(pictures) == 3, "two charts and the code"
    for picture in pictures:
        assert len(str(picture.raw["/Alt"])) > 20
        assert len(picture.attribute("/BBox")) == 4


def test_14_headings_start_at_the_first_level_and_skip_none(tree: Element) -> None:
    levels = [int(one.kind[1]) for one in tree.every() if one.kind[1:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert not tree.of("H"), "one kind of headings alone"


def test_15_tables_are_regular_and_their_heads_say_what_they_head(tree: Element) -> None:
    tables = tree.of("Table")
    assert len(tables) >= 10
    for table in tables:
        rows = table.of("TR")
        assert len({len(row.kids) for row in rows}) == 1
        assert {cell.kind for row in rows for cell in row.kids} <= {"TH", "TD"}
        heads = table.of("TH")
        assert heads
        assert all(head.attribute("/Scope") in ("/Column", "/Row", "/Both") for head in heads)


def test_16_lists_hold_items_and_items_hold_their_body(tree: Element) -> None:
    lists = tree.of("L")
    assert lists
    for one in lists:
        assert {kid.kind for kid in one.kids} <= {"LI", "L", "Caption"}
    for item in tree.of("LI"):
        assert [kid.kind for kid in item.kids] in (["Lbl", "LBody"], ["LBody"])


def test_18_the_foot_of_a_page_is_an_artifact(reader: Any) -> None:
    for page in reader.pages:
        kinds = [
            operands[1].get("/Subtype")
            for operands, operator in ContentStream(page.get_contents(), reader).operations
            if operator == b"BDC" and operands[0] == "/Artifact" and hasattr(operands[1], "get")
        ]
        assert "/Footer" in kinds


def test_20_to_29_nothing_in_it_acts_hides_is_attached_or_locked(reader: Any, root: Any) -> None:
    assert not reader.is_encrypted
    for name in ("/OCProperties", "/AcroForm", "/OpenAction", "/AA"):
        assert name not in root
    assert "/EmbeddedFiles" not in root.get("/Names", {})
    assert "/JavaScript" not in root.get("/Names", {})


def test_28_links_are_in_the_structure_and_say_where_they_lead(reader: Any, tree: Element) -> None:
    links = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if page["/Tabs"] == "/S"
    ]
    assert len(links) >= 10
    assert {str(link["/Subtype"]) for link in links} == {"/Link"}
    assert all("/StructParent" in link and str(link.get("/Contents", "")) for link in links)
    owned = [
        kid.get_object().get("/Obj")
        for one in tree.of("Link")
        for kid in (one.raw["/K"] if isinstance(one.raw["/K"], list) else [one.raw["/K"]])
        if hasattr(kid.get_object(), "get") and kid.get_object().get("/Type") == "/OBJR"
    ]
    assert len(owned) == len(links)
