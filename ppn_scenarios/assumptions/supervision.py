"""Levers about supervisors as a limit on training."""

from dataclasses import dataclass

from .assumption import assume
from .lesson import Lesson

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Supervision:
    """Whether those who could supervise trainees limit how many start (E1)."""

    supervision_cap: float = assume(
        label="Supervisors limit training",
        meaning="On: in each area no more people start training in a family than its senior staff "
        "could supervise. Off: every place that somebody takes up can be used.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        lesson=Lesson(
            example="A service of 100 full-time staff has 20 in senior grades. If each can take 4 "
            "starters a year, 80 may start, however many places there are.",
            message="A place without a supervisor trains nobody. Whether supervisors are short, "
            "and where, is not published.",
            acts="It counts in every year. It shows where many train and few are senior, above all "
            "among practitioners.",
            who="Services, by the time that they free for supervision. Universities, by what they "
            "ask of it.",
            cost="It has no price of its own. Time spent on supervision is not spent on patients, "
            "and that is not counted here.",
            equity="It holds back places with few senior staff, which may be those with the widest "
            "gaps.",
            in_the_model="Starts in an area and family are at most the full-time senior staff of "
            "the year before, times the ratio below (E1).",
        ),
    )
    supervision_ratio: float = assume(
        label="Starters for each senior member of staff",
        meaning="People who can start training in a year for each full-time equivalent in bands 8a "
        "and above of the same family. It counts only while supervisors limit training.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="people per FTE",
        default=4,
        low=2,
        high=8,
        step=0.5,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="With 1,390 full-time senior practitioners, 4 each let 5,560 people start in a "
            "year. At 2 each it is 2,780.",
            message="No ratio was found in any source. On our placeholder grades, supervisors are "
            "plenty with four each. With two, practitioners are held back a little, and only at "
            "first.",
            acts="It counts in every year while supervisors limit training.",
            who="Professional bodies and universities say how much supervision a trainee needs. "
            "Services find the time.",
            cost="A ratio has no price of its own. Fewer starters each means more senior staff for "
            "the same intake.",
            equity="A strict ratio protects trainees and patients. It also keeps small services "
            "from training their own.",
            in_the_model="It multiplies the full-time senior staff of each area and family to give "
            "the most who may start (E1).",
        ),
    )
