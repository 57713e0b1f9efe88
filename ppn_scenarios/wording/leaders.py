"""Who leads, in words made from the numbers."""

from typing import Final

from ppn_scenarios.analysis.leaders import ICS, most_in_post
from ppn_scenarios.analysis.passports.making import of
from ppn_scenarios.analysis.post_coverage import Covered, covered
from ppn_scenarios.model import HORIZON, Projection

from .numbers import march, of_organisations, percent
from .places import Place

TODAY: Final = 2026
ONE_OR_A_PART: Final = 1.5  # organisations: fewer are one, or shares of boards that merged


def finding(run: Projection, place: Place) -> str:
    """Return the answer in short sentences made from the numbers."""
    then, now = (together(run, place, year) for year in (HORIZON, TODAY))
    rows = covered(run, place.code, HORIZON)
    systems = next((row for row in rows if row.kind == ICS), None)
    words = [] if then else [f"{place.opening} has no trusts."]
    if then and then.organisations < ONE_OR_A_PART:
        words.append(
            f"On these assumptions the one trust in {place.said} has a permanent chief "
            f"psychological professions officer in post in {march(HORIZON)} with a chance of "
            f"**{percent(then.in_post / then.organisations)}**, and the post with a chance of "
            f"{percent(then.exists / then.organisations)}."
        )
    elif then:
        words.append(
            f"On these assumptions **{percent(then.in_post / then.organisations)} of trusts** in "
            f"{place.said} ({of_organisations(then.in_post, then.organisations)}) have a permanent "
            f"chief psychological professions officer in post in {march(HORIZON)}, and the post "
            f"exists in {percent(then.exists / then.organisations)}."
        )
    if systems:
        share = percent(systems.in_post / systems.organisations)
        words.append(
            f"Its ICS has a lead in post with a chance of **{share}**."
            if systems.organisations < ONE_OR_A_PART
            else f"Of its ICSs **{share}** have a lead in post."
        )
    most = most_in_post(of(run).lead_turnover, of(run).fill_time)
    words.append(
        f"A post in every organisation would mean people in at most about {percent(most)} of them, "
        "because leaders leave and posts take time to fill."
    )
    if then and now:
        words.append(
            f"**Nobody has counted who leads today**: {percent(now.in_post / now.organisations)} "
            "of trusts in 2026 is a placeholder."
        )
    return " ".join(words)


def together(run: Projection, place: Place, year: int) -> Covered | None:
    """Return all types of trust of a place as one row, if it has any."""
    rows = [r for r in covered(run, place.code, year) if r.kind != ICS]
    if not rows:
        return None
    parts = ("organisations", "exists", "in_post", "supported", "seated")
    return Covered("trusts", *(sum(getattr(row, part) for row in rows) for part in parts))
