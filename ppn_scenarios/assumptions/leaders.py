"""Levers about who holds a leadership post: leaving, filling, cutting, covering."""

from dataclasses import dataclass

from .assumption import assume
from .lesson import Lesson

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class Leaders:
    """How posts are left, filled, removed and covered (E15-E16)."""

    lead_turnover: float = assume(
        label="Leaders leaving the role",
        meaning="Chance in a year that a leader leaves the post, which then stands vacant until "
        "it is filled.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="rate",
        default=0.22,
        low=0.12,
        high=0.35,
        step=0.01,
        distribution="triangular",
        source_id="s26",
        status="borrowed",
        evidence="Executive directors of NHS trusts, 2018: not this role.",
        lesson=Lesson(
            example="At 22% a year, about 20 of 100 leaders leave in a year, and half have left "
            "after about three years.",
            message="Posts are not people. The faster leaders leave, the more posts stand vacant, "
            "however many there are.",
            acts="Each leaver leaves a gap of some months. The share of posts filled settles "
            "within about two years; the number that are empty grows as posts do.",
            who="Employers: by pay, by protected time and by not leaving a leader alone with the "
            "job.",
            cost="Nobody has published what it costs to replace such a leader. In the model a "
            "vacant post costs nothing.",
            equity="A leader who is alone in a small trust may find the job hardest to keep up. No "
            "figures by size or place exist.",
            in_the_model="Some leaders leave each month and their post stands vacant (E15). In the "
            "long run the share filled is 1 / (1 + turnover × time to fill).",
        ),
    )
    fill_time: float = assume(
        label="Time to fill a vacant post",
        meaning="Average years from vacancy to a permanent leader in post.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="years",
        default=0.39,
        low=0.19,
        high=0.75,
        step=0.01,
        distribution="triangular",
        source_id="s26",
        status="borrowed",
        evidence="Executive directors, 2018. Low: NHS time to hire, 10 weeks.",
        lesson=Lesson(
            example="At 0.39 years, about five months, and with 22% a year leaving, at most 92 of "
            "100 posts are filled. At nine months it is 86.",
            message="Slow hiring leaves posts empty without anyone deciding that they should be. "
            "Halving the time fills as many posts as halving turnover.",
            acts="It acts from the first vacancy. Within about two years the share of posts filled "
            "has settled at its new level.",
            who="Employers, by how soon they advertise and how long hiring takes. The NHS took "
            "about ten weeks in 2023, notice periods aside (HSJ Jobs).",
            cost="Nobody has published a cost. In the model a vacant post costs nothing, which "
            "flatters slow hiring.",
            equity="Places that find it hard to recruit may wait longest. Here one time stands for "
            "all.",
            in_the_model="Each month some vacant posts are filled, as far as the area has "
            "consultant-grade staff who could lead (E15).",
            sources=("time-to-hire",),
        ),
    )
    abolish: float = assume(
        label="Posts removed",
        meaning="Chance in a year that a post is cut or lost in a merger.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="rate",
        default=0.02,
        low=0.0,
        high=0.10,
        step=0.01,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        evidence="ICB running costs were cut by half in 2025, but no rate for this post exists.",
        lesson=Lesson(
            example="At 2% a year, one post in 50 is cut each year. At 10%, about 63 in 100 would "
            "be gone in ten years if none were made again.",
            message="Posts can be lost as well as won. A few points a year decide whether gains "
            "last.",
            acts="It acts every month from April 2026, and adds up year after year.",
            who="Boards, and those who merge organisations or cut their running costs. The running "
            "costs of integrated care boards were cut by half in 2025 (NHS Confederation).",
            cost="A post that is cut saves its cost and gives back clinical time. The model knows "
            "nothing of what is lost with it.",
            equity="Cuts fall where money is short, which may be where need is high. The model "
            "spreads them evenly.",
            in_the_model="Posts, filled or vacant, are removed at this rate each month (E15). They "
            "may be created again up to the limit.",
            sources=("s42",),
        ),
    )
    interim: float = assume(
        label="Vacant posts with interim cover",
        meaning="Share of vacant posts that someone covers for a time. Interim cover is shown "
        "apart and never counted as met.",
        group=GROUP,
        moves="after leaders",
        kind="belief",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.0,
        step=0.1,
        distribution="fixed",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="With ten posts vacant and 50% covered, five have someone acting up. None of "
            "the five counts as a leader in post.",
            message="Cover keeps things going. It is not a leader in post, so it never counts "
            "towards the target.",
            acts="At once, and only in the number of vacant posts that someone covers.",
            who="Employers decide whether anyone acts up while a post is vacant, and on what "
            "terms.",
            cost="No cost is counted for cover, and none is published for this role.",
            equity="Acting up can open a door for people who are seldom asked. It can also leave "
            "someone with the work and without the grade.",
            in_the_model="It multiplies vacant posts, and the result is reported apart (E16). "
            "Nothing else changes.",
        ),
    )
