"""Numbers as people say them: how exactly, in what unit, and what a range or a date is called."""

import math
import re
from collections.abc import Callable

from ppn_scenarios.analysis import Answer
from ppn_scenarios.analysis.coverage import ENOUGH
from ppn_scenarios.analysis.small_areas import FEWEST_SHOWN

NOT_BY = "not by 2037"
LATER = "later than 2037"


def staff(value: float, exact: bool = False) -> str:
    """Write FTE without false precision: England to the hundred, places to the ten."""
    if exact:
        return f"{value:,.0f}"
    step = rounding(value)
    return f"{step * round(value / step):,.0f}"


def rounding(value: float) -> int:
    """Return the step to which a number of staff is rounded."""
    return 100 if value >= 10_000 else 10


def staff_range(low: float, mid: float, high: float) -> str:
    """Write FTE as a range where there is one, rounded outwards so that it never looks exact."""
    if high - low <= 1e-6 * mid:
        return staff(mid)
    step = rounding(mid)
    return f"{step * math.floor(low / step):,} to {step * math.ceil(high / step):,}"


def few(value: float) -> str:
    """Write an amount that may be small: tenths below ten, whole below a hundred, else as staff."""
    if abs(value) >= 100:
        return staff(value)
    return f"{value:.0f}" if abs(value) >= 9.95 else f"{value:.1f}"


def heads_range(low: float, high: float) -> str:
    """Write a range of people in whole ones, rounded outwards; fewer than five are not told."""
    least, most = math.floor(low + 1e-9), math.ceil(high - 1e-9)
    if most < FEWEST_SHOWN:
        return f"fewer than {FEWEST_SHOWN}"
    if least < FEWEST_SHOWN:
        return f"up to {most:,}"
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def percent(value: float) -> str:
    """Write a share in whole percent."""
    return f"{100 * value:.0f}%"


def percent_range(low: float, mid: float, high: float) -> str:
    """Write a share as a range where there is one; what falls short of all never reads as all."""
    least, most = short_of_all(low), short_of_all(high)
    return short_of_all(mid) if least == most else f"{least} to {most}"


def short_of_all(value: float) -> str:
    """Write a share in whole percent, and one just below all of it as 99%."""
    return "99%" if 0.995 <= value < ENOUGH else percent(value)


def count(value: float) -> str:
    """Write an expected number of organisations in whole ones, and "fewer than 1" when small."""
    if 0 < value < 0.95:
        return "fewer than 1"
    return f"{value:.0f}" if value >= 10 or abs(value - round(value)) < 0.05 else f"{value:.1f}"


def of_organisations(found: float, all_of: float) -> str:
    """Write "about 129 of 205"."""
    if all_of < 1.5:
        return "one organisation or a part of one: read it as a chance"
    number = count(found)
    about = "" if found in (0, all_of) or number.startswith("fewer") else "about "
    return f"{about}{number} of {all_of:.0f}"


def expected(found: float, all_of: float) -> str:
    """Write an expected number with its share; of one organisation, the chance alone."""
    chance = percent(found / all_of)
    return chance if all_of < 1.5 else f"{count(found)} ({chance})"


def months(years: float) -> str:
    """Write a part of a year in whole months."""
    whole = round(12 * years)
    return f"{whole} month{'' if whole == 1 else 's'}"


def march(year: float) -> str:
    """Write the end of a financial year."""
    return f"March {year:.0f}"


def first_met(answer: Answer) -> str:
    """Write when a target is first met: a year, a range of years, or not by 2037."""
    early, late = answer.first_year_early, answer.first_year_late
    if early is None:
        return NOT_BY
    if not answer.kept:
        return f"{march(early)}, but not kept"
    if late is None:
        return f"{march(early)} at the earliest, or {NOT_BY}"
    return march(late) if early == late else f"{march(early)} to {march(late)}"


def in_draws(share: float) -> str:
    """Write how many draws reach something, in tenths, or that nearly none or nearly all do."""
    if share in (0, 1):
        return "every draw" if share else "none of the draws"
    if not 0.05 <= share <= 0.95:
        return "more than 19 of 20 draws" if share > 0.5 else "fewer than 1 of 20 draws"
    return f"about {min(max(round(10 * share), 1), 9)} of 10 draws"


def met_between(early: int | None, late: int | None) -> str:
    """Write between which years draws first reach something: 8 in 10 of them."""
    if early is None:
        return LATER
    if late is None:
        return f"{march(early)} to {LATER}"
    return march(early) if early == late else f"{march(early)} to {march(late)}"


def listed(parts: list[str], last: str = "and") -> str:
    """Join parts with commas and a last "and"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def signed(value: float, whole: float) -> str:
    """Write a difference in staff with its sign, rounded as the whole is; or "no change"."""
    step = rounding(whole)
    rounded = step * round(value / step)
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):,.0f}" if rounded else "no change"


def signed_range(low: float, high: float, whole: float) -> str:
    """Write a difference in staff that lies between two, rounded outwards as the whole is."""
    if high - low <= 1e-6 * max(abs(low), abs(high)):
        return signed(high, whole)
    step = rounding(whole)
    ends = step * math.floor(round(low / step, 6)), step * math.ceil(round(high / step, 6))
    return between(*ends, lambda end: signed(end, whole))


def between(low: float, high: float, write: Callable[[float], str]) -> str:
    """Write a difference that lies between two; once where both are written the same."""
    least, most = write(low), write(high)
    return least if least == most else f"{least} to {most}".replace("no change", "0")


def points(value: float) -> str:
    """Write a difference between shares in points, with its sign; or that there is none."""
    if abs(value) < 1e-9:
        return "no change"
    size, sign = abs(100 * value), "+" if value > 0 else "−"
    if size < 0.05:
        return "hardly any change"
    if size < 0.5:
        return f"{sign}{size:.1f} points"
    return f"{sign}{size:.0f} point{'' if round(size) == 1 else 's'}"


def literal(text: str) -> str:
    """Return a reader's own text so that Markdown shows it as typed and makes nothing of it."""
    # A word joiner, which nobody sees, keeps what looks like an address from becoming a link.
    apart = re.sub(r"(?<=[.:@])(?=\S)", "\u2060", text)
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", apart)
