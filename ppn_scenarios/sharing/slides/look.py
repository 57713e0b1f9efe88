"""How slides look, and how words get onto them."""

import math
from collections.abc import Sequence
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from ppn_scenarios.sharing.markup import plain, runs

FONT: Final = "Arial"  # where it is missing the program that opens the slides takes one like it


def colour(hex: str) -> RGBColor:
    """Return a colour from its six digits."""
    made: RGBColor = RGBColor.from_string(hex)  # type: ignore[no-untyped-call]
    return made


INK: Final = colour("0B1318")
QUIET: Final = colour("3D4750")
DEEP: Final = colour("12436D")
WHITE: Final = colour("FFFFFF")
BAND: Final = colour("EEF2F6")
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN: Final = Inches(0.55)
WITHIN: Final = Emu(WIDTH - 2 * MARGIN)
TOP: Final = Inches(1.5)  # under the title
FOOT: Final = Inches(6.98)
WORDS: Final = 16  # points
CELLS: Final = 12
LETTER: Final = 0.53  # of its height is the mean width of a letter, a little on the safe side
LEADING: Final = 1.22
AFTER: Final = 6  # points under a paragraph


def lines_of(text: str, points: float, width: int) -> int:
    """Return how many lines a text takes in a width (EMU)."""
    letters = max(1.0, width / (points * LETTER * Pt(1)))
    return max(1, math.ceil(len(text) / letters))


def height_of(paragraphs: Sequence[str], points: float, width: int) -> int:
    """Return the height (EMU) of paragraphs in a width (EMU)."""
    lines = sum(lines_of(plain(p), points, width) for p in paragraphs)
    return int(Pt(1) * (lines * points * LEADING + len(paragraphs) * AFTER))


def put(
    frame: Any,
    paragraphs: Sequence[str],
    points: float,
    ink: RGBColor = INK,
    strong: bool = False,
    bullets: bool = False,
) -> None:
    """Write paragraphs into a text frame, in English, with what stands out in them."""
    frame.word_wrap = True
    for i, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(AFTER if len(paragraphs) > 1 else 0)
        for run in runs(f"•  {text}" if bullets else text):
            said = paragraph.add_run()
            said.text = run.text
            font = said.font
            font.name, font.size, font.color.rgb = FONT, Pt(points), ink
            font.bold, font.italic = strong or run.strong, run.emphasised
            said._r.get_or_add_rPr().set("lang", "en-GB")


def box(
    slide: Any,
    where: tuple[int, int, int, int],
    paragraphs: Sequence[str],
    points: float,
    ink: RGBColor = INK,
    bullets: bool = False,
) -> None:
    """Add a box of text at left, top, width and height (EMU)."""
    frame = slide.shapes.add_textbox(*where).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    put(frame, paragraphs, points, ink, bullets=bullets)


def described(shape: Any, text: str) -> None:
    """Give a picture, chart or table its text alternative."""
    element = shape._element
    holder = element.xpath(".//p:cNvPr")[0]
    holder.set("descr", text)
