"""Levers about need for care and how it is met."""

from dataclasses import dataclass

from .assumption import START_AND_RAMP, assume
from .lesson import Lesson
from .targets import TARGETS

GROUP = "Need"


@dataclass(frozen=True, kw_only=True)
class Need:
    """Growth in need, productivity and mix of skills (E11, E13)."""

    demand_growth: float = assume(
        label="Growth in need",
        meaning="How fast need for care grows. It moves the staff needed, not the staff in post.",
        group=GROUP,
        moves="after staff",
        kind="belief",
        unit="rate",
        default=0.044,
        low=0.0,
        high=0.065,
        step=0.001,
        distribution="triangular",
        source_id="s12",
        status="borrowed",
        evidence="The 2023 plan's figure for the whole mental health workforce.",
        lesson=Lesson(
            example="At 4.4% a year, need grows by 83% in the 14 years to 2037. At 2% it grows by "
            "32%.",
            message="Staff can grow and still fall behind. What matters is whether they grow as "
            "fast as need does.",
            acts="It compounds every year from 2023. It moves staff needed and never staff in "
            "post.",
            who="Nobody decides need. Prevention and public health act on it over many years, "
            "outside this model.",
            cost="It has no cost of its own. Meeting it does: staff and their training, as the "
            "other levers say.",
            equity="Need does not grow alike everywhere. The model has one rate, because none by "
            "area is published.",
            in_the_model="Staff needed grow by it each year, by the methods that start from 2023 "
            "(E11).",
        ),
    )
    productivity: float = assume(
        label="Change in people seen per clinician",
        meaning="Growth or fall each year in the people that one full-time clinician sees.",
        group=GROUP,
        moves="after staff",
        kind="belief",
        unit="rate",
        default=0.0,
        low=-0.02,
        high=0.02,
        step=0.001,
        distribution="triangular",
        source_id="s27",
        status="derived",
        evidence="None by default: auditors called the 2023 plan's gain optimistic, and sessions "
        "per course of Talking Therapies rose.",
        lesson=Lesson(
            example="At 1% a year, a clinician who sees 60 people in 2023 sees 69 in 2037. At -1% "
            "it is 52.",
            message="Do not count on it. Auditors found the 2023 plan's gain perhaps optimistic "
            "(2024), and sessions for each course of Talking Therapies rose from 6.8 to 7.9 in "
            "four years.",
            acts="It compounds every year from 2023. It moves people seen and staff needed, and "
            "not staff in post.",
            who="Services, by how care is organised: groups, digital help, fewer missed "
            "appointments. The model cannot say what would work.",
            cost="Nobody has published what a gain would cost in these services, in money or in "
            "quality.",
            equity="Seeing more people in the same time may mean less for those with complex "
            "needs. Outcomes are outside this model.",
            in_the_model="People seen for each clinician grow by it (E13), and staff needed shrink "
            "by it (E11).",
            sources=("s27", "tt-sessions-2017-18", "tt-sessions-2021-22"),
        ),
    )
    skill_mix: float = assume(
        label="Work moved to practitioners by 2037",
        meaning="Share of the work that moves from psychologists and therapists to "
        "practitioners, evenly up to 2037. It changes who is needed, not how many.",
        group=GROUP,
        moves="after staff",
        kind="choice",
        unit="share",
        default=0.0,
        low=-0.1,
        high=0.1,
        step=0.01,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="If 2% of the work moves to practitioners by 2037, two of 100 full-time "
            "equivalents needed are practitioners instead of others.",
            message="It changes who is needed, and not how many. Whether care is as good is a "
            "question that this model cannot answer.",
            acts="It builds up evenly from the start of the plan to 2037, and shows only in who is "
            "needed.",
            who="Services, by who does which work. Professional bodies and regulators say what "
            "each may do.",
            cost="Practitioners cost less for each hour. Nobody has published what moving work "
            "costs or saves in these services.",
            equity="Ask whose care changes hands. If it is mostly people in poorer areas, the gain "
            "is not shared fairly.",
            in_the_model="That share of the work moves between families in staff needed (E11). "
            "Staff in post do not change.",
        ),
    )
    need_method: float = assume(
        label="How staff needed are worked out",
        meaning="Four ways that answer different questions. The plan: what the 2023 plan asked "
        "for. Workload: what the courses of Talking Therapies take, and nothing else. Fair share: "
        "England's own staff, shared by registered patients. Growth: what the posts of 2023 met, "
        "growing as need does. Compare one with another only in words.",
        group=GROUP,
        moves="after staff",
        kind="belief",
        unit="option",
        default=4,
        low=1,
        high=4,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        options=(1, 2, 3, 4),
        option_labels=(
            "The 2023 plan",
            "Workload of Talking Therapies alone",
            "A fair share of England's staff",
            "Need grows from the posts of 2023",
        ),
        lesson=Lesson(
            example="The 2023 plan asks for a number by 2037. Workload counts the courses of one "
            "service. They answer different questions and give different numbers.",
            message="“Enough staff” has no single meaning. Choose a method, say which, and never "
            "compare one with another.",
            acts="At once: it changes staff needed in every year, and nothing else.",
            who="Whoever asks the question chooses the method. No national body has settled on "
            "one.",
            cost="It has no cost of its own. Meeting the number that it gives does.",
            equity="A fair share by population shows gaps between places, but not need: poorer "
            "places may need more than their share.",
            in_the_model="One of four formulas gives staff needed (E11). With workload, staff in "
            "post cannot be held against it.",
        ),
    )
    plan_reading: float = assume(
        label="Reading of the 2023 plan",
        meaning="The plan's growth was published without the number it starts from, so it can be "
        "read in three ways. It counts only where staff needed follow the plan.",
        group=GROUP,
        moves="after staff",
        kind="belief",
        unit="option",
        default=2,
        low=1,
        high=3,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        options=(1, 2, 3),
        option_labels=tuple(TARGETS[id].line for id in ("T4A", "T4B", "T4C")),
        lesson=Lesson(
            example="The plan asked for about 25,000 more posts, or 157% more (PPN, 2023). From "
            "different starts that is about 41,000, 50,000 or 64,000.",
            message="The plan never said where it starts. How it is read changes the answer by "
            "more than most levers do.",
            acts="At once, and only where staff needed follow the 2023 plan. “Are we on track?” "
            "shows all three readings whatever you set here.",
            who="Only those who wrote the plan could say which reading they meant. Later policy "
            "has set it aside.",
            cost="It has no cost of its own. A larger number costs more to reach, as the levers on "
            "places and posts say.",
            equity="The plan said nothing on which places its staff were for. The model shares "
            "them out as staff are today.",
            in_the_model="It sets the number that the path of staff needed reaches in 2037 (E11).",
            sources=("s2",),
        ),
    )
