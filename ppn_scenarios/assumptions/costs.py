"""Levers about costs that are counted only once somebody knows what they are."""

from dataclasses import dataclass
from typing import Any

from .assumption import assume
from .lesson import Lesson

GROUP = "Costs not counted"
NOT_COUNTED = "No figure was found, so it is 0: not counted. Enter your own."


def not_counted(
    label: str, meaning: str, unit: str, high: float, step: float, lesson: Lesson
) -> Any:
    """Declare a part of a cost that is nothing until a reader enters it."""
    return assume(
        label=label,
        meaning=meaning,
        group=GROUP,
        moves="after staff",
        kind="belief",
        unit=unit,
        default=0,
        low=0,
        high=high,
        step=step,
        distribution="fixed",
        source_id="placeholder",
        status="none",
        evidence=NOT_COUNTED,
        lesson=lesson,
    )


@dataclass(frozen=True, kw_only=True)
class Costs:
    """What vacant posts and leavers cost beyond pay, training and leadership posts (E19)."""

    agency_cover: float = not_counted(
        "Vacant posts covered by agency staff",
        "Share of vacant funded posts that agency or bank staff cover. It is counted only with a "
        "cost below, and changes cost alone: those who cover are in no number of staff.",
        "share",
        1.0,
        0.05,
        Lesson(
            example="With 3,000 posts vacant, a tenth of them covered is 300 full-time posts.",
            message="Cover for vacant posts has a cost, and how much is used is not published for "
            "these professions. Until you enter it, it is left out.",
            acts="It counts in every year in which posts stand vacant.",
            who="Employers decide when to use agency or bank staff. National rules limit what they "
            "pay.",
            cost="It costs the share covered, times the cost of each post below.",
            equity="Places that cannot fill posts use more cover, and have less left for staff of "
            "their own.",
            in_the_model="Vacant funded posts, times this share, times the cost of each (E19). It "
            "adds no clinical time.",
        ),
    )
    agency_price: float = not_counted(
        "Cost of covering a vacant post",
        "What agency or bank cover of one full-time post costs in a year. It is counted only with "
        "a share covered above.",
        "£ thousand",
        200,
        5,
        Lesson(
            example="If cover of a full-time post cost £100,000 a year, 300 posts covered would "
            "cost £30 million.",
            message="What cover costs in these professions is not published. Until you enter it, "
            "it is left out.",
            acts="It counts in every year in which vacant posts are covered.",
            who="Employers and agencies agree it, within national rules.",
            cost="It is the cost itself. Pay that a vacant post saves is not taken off.",
            equity="Where many posts are vacant, cover takes more of the budget.",
            in_the_model="It multiplies the vacant posts that are covered (E19).",
        ),
    )
    replacement_price: float = not_counted(
        "Cost of replacing a leaver",
        "What it costs to replace one person who leaves or retires: advertising, hiring, settling "
        "in. People who move into training are not counted as leavers.",
        "£ thousand",
        50,
        1,
        Lesson(
            example="If each cost £10,000, replacing 3,000 people in a year would cost £30 "
            "million.",
            message="What it costs to replace someone in these professions is not published. Until "
            "you enter it, it is left out.",
            acts="It counts in every year, for all who leave or retire.",
            who="Employers, by how they hire and how they bring people in.",
            cost="It is the cost itself. What keeping people costs is not published either.",
            equity="Places that lose many people pay it more often.",
            in_the_model="It multiplies those who leave or retire in a year (E19).",
        ),
    )
