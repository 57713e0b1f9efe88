"""Over 12% of the staff of mental health trusts? What can be set against that, and what cannot."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

import streamlit as st

from ppn_scenarios.analysis import ENGLAND, MEASURES
from ppn_scenarios.analysis.passports import Passport, trust_staff
from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.opening import baseline
from ppn_scenarios.tables import queries
from ppn_scenarios.wording import march, percent, staff

from .answers import projection
from .passport import offer
from .table import show_table

NOW: Final = 2026  # the March nearest to the month of the trusts' staff


@cache
def trust_groups() -> Mapping[str, float]:
    """Return the FTE of mental health trusts by staff group, the total among them."""
    rows = queries.staff_by_group("mental_health")
    groups = zip(map(str, rows["staff_group"]), map(float, rows["fte"]), strict=True)
    return MappingProxyType(dict(groups))


def show_share(scenario: Scenario) -> None:
    """Draw, when opened, what can be set against the stated share."""
    more = st.expander(
        "Are psychological professions over 12% of the staff of mental health trusts?",
        key="trust_share",
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        whole, stated = trust_groups()[trust_staff.TOTAL], baseline().published[trust_staff.CLAIM]
        counted = baseline().fte
        st.markdown(
            f"The PPN stated *over {percent(stated)}* in 2022, without a count. **It can be "
            "neither confirmed nor refuted here:** staff of trusts are published by staff group, "
            "and psychological professions are no group of their own. What there is gives "
            f"ceilings, not shares. {percent(stated)} of the staff of November 2025 would be "
            f"{staff(stated * whole)} FTE, {more_or_fewer(stated * whole, counted)} were counted "
            "in the whole NHS in England in March 2023. Staff of 2022 are not in our tables."
        )
        show_table(
            "Mental health trusts, England: 47 trusts, November 2025",
            ("What", "FTE", "Of all their staff", "What it can say"),
            ceilings(scenario, whole, stated, counted),
            numbers=(1, 2),
            wide=(3,),
            passport="share",
        )
        st.markdown(
            "By region or ICS nothing can be set against it: nobody publishes these professions by "
            "place, and places have too few mental health trusts."
        )
        offer("share", lambda: made(scenario), scenario)


def ceilings(
    scenario: Scenario, whole: float, stated: float, counted: float
) -> list[tuple[str, str, str, str]]:
    """Return the rows of the table: what, FTE, of all staff of the trusts, and what it can say.

    `whole` is those staff and `counted` everyone of these professions, FTE; `stated` is a share.
    """
    part = trust_groups()[trust_staff.THERAPEUTIC]
    now = MEASURES["fte"](projection(scenario), ENGLAND).at(NOW)[1]
    return [
        (
            "All staff, resident doctors left out",
            staff(whole),
            percent(1),
            "What the shares are of",
        ),
        (
            "Scientific, therapeutic and technical staff",
            staff(part),
            percent(part / whole),
            "A ceiling for those coded there: every therapist and scientist is in it",
        ),
        (
            "All psychological professions counted in March 2023",
            staff(counted),
            f"{100 * counted / whole:.1f}%",
            "A ceiling for then: if every one worked in a mental health trust",
        ),
        (
            f"All projected for {march(NOW)}",
            staff(now),
            f"{100 * now / whole:.1f}%",
            "A ceiling for now, by this explorer",
        ),
        (
            "Stated by the PPN for 2022",
            staff(stated * whole),
            f"over {percent(stated)}",
            "No count behind it; shown on the staff of 2025",
        ),
    ]


def more_or_fewer(asked: float, counted: float) -> str:
    """Return whether that is more than were counted."""
    return "more than" if asked > counted else "no more than"


def made(scenario: Scenario) -> list[Passport]:
    """Return the passports of the ceilings and of the stated share."""
    whole, stated = trust_groups()[trust_staff.TOTAL], baseline().published[trust_staff.CLAIM]
    return [
        trust_staff.of_claim(stated, whole),
        trust_staff.of_therapeutic(trust_groups()[trust_staff.THERAPEUTIC], whole),
        trust_staff.of_all_counted(baseline().fte, whole),
        trust_staff.of_projected(projection(scenario), NOW, whole),
    ]
