"""Levers about leaving and retiring."""

from dataclasses import dataclass

from .assumption import START_AND_RAMP, assume
from .lesson import Lesson

GROUP = "Staff leaving and joining"


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """Leaving and retiring (E6)."""

    retention: float = assume(
        label="Fewer people leaving",
        meaning="By how much action on retention lowers the rates of leaving below, in "
        "proportion. At 10%, a leaving rate of 14% a year becomes 12.6%.",
        group=GROUP,
        moves="staff",
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=0.12,
        step=0.01,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="retention-programme-effect",
        status="borrowed",
        main=True,
        evidence="Nurses in a national retention programme: about 5% fewer leavers, with a "
        "comparison group. 23 pilot organisations: 11.8% fewer, no comparison group seen.",
        lesson=Lesson(
            example="At 5%, a leaving rate of 10% a year becomes 9.5%. In a service of 200 people "
            "one more stays each year.",
            message="Keeping people works at once and needs no training place. The evidence is on "
            "nurses and on mixed staff, not on these professions.",
            acts="It shows in the first year of the plan, and adds up: those who stay are there "
            "the next year too.",
            who="Employers, helped by national programmes such as the two that were studied: "
            "coaching for managers, and the People Promise sites.",
            cost="The cost of those programmes is not in our sources. Nobody has published one for "
            "these professions.",
            equity="An average can fall while one group or place still loses people. Ask who "
            "leaves, and why.",
            in_the_model="It lowers the leaving rates of all families alike, from the date when "
            "choices start (E6). Retirement and moves to train stay as they are.",
            sources=("s13",),
        ),
    )
    leave_psy: float = assume(
        label="Psychologists leaving",
        meaning="Chance that a qualified psychologist leaves the NHS in a year, other than by "
        "retiring. Senior grades leave less.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.06,
        low=0.03,
        high=0.10,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="No rate is published for psychologists. All NHS staff: 10.1% in the year to "
        "September 2024; mental health staff: 12% in 2021/22.",
        lesson=Lesson(
            example="At 6% a year, about six of 100 leave in a year. At 10% it is about ten: four "
            "more to replace, every year.",
            message="Nobody publishes this rate, and few beliefs move the answer more. Find your "
            "own organisation's rate and enter it.",
            acts="It acts every year from 2023. A point more or less adds up until 2037.",
            who="It is a belief about what happens if nothing more is done. To act on leaving, use "
            "“Fewer people leaving”.",
            cost="It has no cost of its own. What it costs to replace a psychologist is not in our "
            "sources.",
            equity="One rate hides who leaves. It may differ by age, by ethnicity, by pay and by "
            "place; no such figures are in our sources.",
            in_the_model="It is a rate for the qualified grade; seniors leave less. Over a year it "
            "becomes a chance together with retirement (E6).",
            sources=("nhs-leaver-2024", "mh-leaver-rate-2122"),
        ),
    )
    leave_ther: float = assume(
        label="Therapists leaving",
        meaning="Chance that a qualified therapist leaves the NHS in a year, other than by "
        "retiring.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.10,
        low=0.06,
        high=0.14,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="Our judgement. By the adult IAPT workforce census, 12% of high-intensity "
        "therapists left their service in 2014/15, some for another NHS service.",
        lesson=Lesson(
            example="At 10% a year, about ten of 100 leave in a year. At 14% it is about 13.",
            message="The only count is old: 12% of high-intensity therapists left their service in "
            "2014/15 (adult workforce census). Some of them went to another NHS service.",
            acts="It acts every year from 2023. A point more or less adds up until 2037.",
            who="It is a belief about what happens if nothing more is done. To act on leaving, use "
            "“Fewer people leaving”.",
            cost="It has no cost of its own. What it costs to replace a therapist is not in our "
            "sources.",
            equity="One rate hides who leaves, and where. No figures by place or background are in "
            "our sources.",
            in_the_model="It is a rate for the qualified grade; seniors leave less. Over a year it "
            "becomes a chance together with retirement (E6).",
            sources=("hit-leaver-2015",),
        ),
    )
    leave_prac: float = assume(
        label="Practitioners leaving",
        meaning="Chance that a practitioner leaves the NHS in a year, other than by retiring "
        "or going into further training (counted apart).",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.14,
        low=0.10,
        high=0.22,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="Our judgement. By the adult IAPT workforce census, 25% of wellbeing "
        "practitioners left their service in 2014/15, moves into training included. How much of "
        "that is leaving the NHS is not published.",
        lesson=Lesson(
            example="Going from 14% to 10% a year in a team of 50 keeps about two more people a "
            "year.",
            message="In 2014/15 25% of wellbeing practitioners left their service (adult workforce "
            "census). Many moved up to train, and here those are counted apart.",
            acts="It acts every year from 2023. A point more or less adds up until 2037.",
            who="It is a belief about what happens if nothing more is done. To act on leaving, use "
            "“Fewer people leaving”.",
            cost="It has no cost of its own. What it costs to replace a practitioner is not in our "
            "sources.",
            equity="Practitioners are on lower pay bands than the other two families (BMJ "
            "Careers). What drives them out may not be what drives out others.",
            in_the_model="It is a rate for the qualified grade, moves into training left out; "
            "seniors leave less. Over a year it becomes a chance together with retirement (E6).",
            sources=("pwp-leaver-2015", "band-practitioner", "band-therapist"),
        ),
    )
    retire: float = assume(
        label="Retirement",
        meaning="Chance of retiring in a year, on average. It is lower than this for junior "
        "grades and up to two and a half times as high for the most senior.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.02,
        low=0.01,
        high=0.04,
        step=0.0025,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 2% a year, about two of 100 retire in a year on average. Of the most "
            "senior psychologists it is about five.",
            message="Retirement takes the most senior first, those from whom leaders come. The "
            "rate has no source.",
            acts="It acts every year from 2023. A point more or less adds up until 2037.",
            who="Individuals decide. Employers can offer flexible hours before retirement and a "
            "way back after it.",
            cost="It has no cost of its own: pensions are outside the model. Those who retire are "
            "on the highest pay, so the pay bill falls too.",
            equity="Areas with older staff will lose more. No ages by area are published for these "
            "professions.",
            in_the_model="It is multiplied for each family and grade, and competes with leaving "
            "(E6). With the switch below on it also changes over the years.",
        ),
    )
    age_model: float = assume(
        label="Retirement follows the ages of staff",
        meaning="Off: the rate of retirement stays as above. On: it starts there, and then rises "
        "or falls as staff grow older and younger people join, alike in all areas and families.",
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
        evidence="No ages of these professions are published, but for the share of clinical "
        "psychologists aged 50 and over: 21% in 2015, by our arithmetic on a survey that 38% "
        "answered. The ages used here are a placeholder that matches that one figure, so the "
        "path is an illustration.",
        lesson=Lesson(
            example="A fifth of the clinical psychologists who answered a survey in 2015 were 50 "
            "or over. By 2037 most of them will have retired; younger joiners pull the other way.",
            message="A rate that stays the same ignores age. This switch shows how an ageing or a "
            "growing workforce would bend it, from ages that are a placeholder.",
            acts="It starts at the rate above in 2023, and drifts from there year by year.",
            who="Nobody: it is a way to reckon. Publishing the ages of these staff would settle "
            "it.",
            cost="It has no cost of its own. Finding out the ages of these staff would cost "
            "little: staff records hold them.",
            equity="It is the same in every area. Where staff are older than average it says too "
            "little.",
            in_the_model="A national model of ages gives one path for the retirement rate of all "
            "families and areas (E6).",
            sources=("dcp-share-50plus",),
        ),
    )
