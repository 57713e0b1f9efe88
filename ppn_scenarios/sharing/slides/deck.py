"""A briefing as a deck of slides: the finding is the title, the rest has its place under it."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

import segno
from pptx import Presentation
from pptx.util import Emu, Inches

from ppn_scenarios.briefing import Briefing, Part, Table
from ppn_scenarios.briefing.part import LICENCE, NOT_ASSURED
from ppn_scenarios.sharing.markup import plain
from ppn_scenarios.sharing.picture import qr_png

from .chart import add_chart
from .look import (
    DEEP,
    FOOT,
    HEIGHT,
    MARGIN,
    QUIET,
    TOP,
    WIDTH,
    WITHIN,
    WORDS,
    box,
    described,
    height_of,
    put,
)
from .table import add_table, pieces, size_that_fits

TITLE_ONLY: Final = 5  # in the plain set of layouts that comes with the library
BOTTOM: Final = Inches(6.85)
GAP: Final = Inches(0.12)
BESIDE: Final = Inches(5.0)  # words beside a chart
SMALL: Final = 14  # points of the words where there are many, or a table under them
LARGE: Final = 20  # where they have a slide for themselves


def slides(b: Briefing) -> bytes:
    """Return a briefing as a PPTX file whose charts and tables can be edited."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    about = deck.core_properties
    about.title, about.subject = f"PPN Scenarios: {b.name}", b.headline
    about.author, about.language, about.comments = "PPN Scenarios", "en-GB", NOT_ASSURED
    cover(deck, b)
    for part in b.parts:
        for slide in slides_of(deck, part):
            notes(slide, part, b)
    for i, slide in enumerate(deck.slides, start=1):
        foot(slide, b, i)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def blank(deck: Any, title: str, question: str = "") -> Any:
    """Add a slide with its title, which is the finding, and the question that it answers."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = MARGIN, Inches(0.55), WITHIN, Inches(0.9)
    frame = head.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    put(frame, (title,), 26 if len(title) <= 68 else 20, DEEP, strong=True)
    frame.paragraphs[0].alignment = 1
    if question:
        box(slide, (MARGIN, Inches(0.28), WITHIN, Inches(0.3)), (question,), 12, QUIET)
    return slide


def cover(deck: Any, b: Briefing) -> None:
    """Add the first slide: the whole answer, what this is, and the way back to it."""
    slide = blank(deck, b.headline, "PPN Scenarios: a briefing")
    slide.shapes.title.top, slide.shapes.title.height = Inches(0.75), Inches(1.5)
    name = b.name.replace("\\", "\\\\").replace("*", "\\*")
    said = [
        f"**Scenario:** {name}. **Place:** {b.place}.",
        f"{NOT_ASSURED} {b.versions}.",
        "Every finding here is made from the numbers of the model as it stands. Staff are "
        "full-time equivalents; years end on 31 March. Leadership changes staffing by nothing: no "
        "study shows that it does.",
        LICENCE,
    ]
    wide = Inches(8.2) if b.link else WITHIN
    box(slide, (MARGIN, Inches(2.6), wide, Inches(3.5)), said, 16)
    if b.link:
        way_back(slide, b.link)
    slide.notes_slide.notes_text_frame.text = f"{NOT_ASSURED} {b.versions}. {b.link}".strip()


def way_back(slide: Any, link: str) -> None:
    """Add the QR code that opens the scenario, or its address where that is too long for one."""
    left, top, side = Inches(9.6), Inches(2.5), Inches(3.0)
    try:
        picture = slide.shapes.add_picture(BytesIO(qr_png(link)), left, top, side, side)
    except segno.DataOverflowError:
        box(slide, (left, top, side, side), (f"Open this scenario: {link}",), 10, QUIET)
        return
    described(picture, f"QR code that opens this scenario in the app: {link}")
    picture.click_action.hyperlink.address = link
    under = (left, Emu(top + side), side, Inches(0.4))
    box(slide, under, ("Scan to open this scenario",), 12, QUIET)


def slides_of(deck: Any, part: Part) -> Iterator[Any]:
    """Yield the slides of a part: words and chart, then the table where there is room."""
    slide = blank(deck, part.title, part.question)
    yield slide
    wide = int(WITHIN)
    if part.chart:
        wide = int(BESIDE)
        left = MARGIN + BESIDE + Inches(0.3)
        add_chart(slide, part.chart, (left, TOP, WIDTH - MARGIN - left, BOTTOM - TOP))
    if part.table and under_words(slide, part, part.table, wide):
        return
    alone(slide, part, wide)
    if not part.table:
        return
    for i, piece in enumerate(pieces(part.table, WITHIN, BOTTOM - TOP), start=1):
        title = f"{part.title} (table{f', {i}' if i > 1 else ''})"
        slide = blank(deck, title, f"{part.question} {part.table.title}")
        yield slide
        add_table(slide, piece, MARGIN, TOP, WITHIN, part.table)


def under_words(slide: Any, part: Part, table: Table, wide: int) -> bool:
    """Put the table under the words if it fits into a width (EMU), and say whether it does."""
    high = height_of(part.words, SMALL, wide)
    top = TOP + high + GAP
    size = size_that_fits(table, wide, BOTTOM - top)
    if size is None:
        return False
    box(slide, (MARGIN, TOP, wide, high), part.words, SMALL)
    add_table(slide, table, MARGIN, top, wide, table, size)
    return True


def alone(slide: Any, part: Part, wide: int) -> None:
    """Put the words where they have a width (EMU) for themselves, as large as fits."""
    room = BOTTOM - TOP
    sizes = (WORDS, SMALL) if part.chart else (LARGE, WORDS, SMALL)
    points = next((p for p in sizes if height_of(part.words, p, wide) <= room), SMALL)
    bullets = not part.chart and len(part.words) > 4
    box(slide, (MARGIN, TOP, wide, room), part.words, points, bullets=bullets)


def notes(slide: Any, part: Part, b: Briefing) -> None:
    """Write what a speaker needs: the question, the words in full, and the sources."""
    said: Sequence[str] = (
        f"Question: {part.question}",
        *map(plain, part.words),
        "Sources:",
        *(f"- {source}" for source in part.sources),
        f"{NOT_ASSURED} {b.versions}.",
        *((f"Live: {b.link}",) if b.link else ()),
    )
    slide.notes_slide.notes_text_frame.text = "\n".join(said)


def foot(slide: Any, b: Briefing, number: int) -> None:
    """Write the foot of a slide: status, versions, date and its number."""
    wide = Emu(WITHIN - Inches(0.8))
    text = f"{NOT_ASSURED} {b.versions}."
    box(slide, (MARGIN, FOOT, wide, Inches(0.3)), (text,), 10, QUIET)
    box(slide, (Emu(MARGIN + wide), FOOT, Inches(0.8), Inches(0.3)), (f"{number}",), 10, QUIET)
