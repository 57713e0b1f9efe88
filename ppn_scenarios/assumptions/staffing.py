"""Levers about joining, promotion and working time."""

from dataclasses import dataclass

from .assumption import assume
from .lesson import Lesson

GROUP = "Staff leaving and joining"


@dataclass(frozen=True, kw_only=True)
class Staffing:
    """Returning, joining, promotion and working time (E4, E8-E10)."""

    return_rate: float = assume(
        label="Recent leavers who apply to return",
        meaning="Share of recent leavers who look for an NHS post again in a year.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.08,
        low=0.02,
        high=0.15,
        step=0.01,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="If 4,000 people left lately and might come back, 8% is 320 who apply in a "
            "year.",
            message="People who leave are not lost for ever. Nobody publishes how many come back "
            "to these professions.",
            acts="It acts every year from 2023. More returners also empty the pool of people who "
            "may return.",
            who="Employers, by keeping in touch, by part-time work and by easy ways back.",
            cost="Nobody has published a cost for these professions. In the model a returner costs "
            "the pay of the post and no training.",
            equity="Many who come back may have been caring for someone. Ways back that suit them "
            "help most; no figures are in our sources.",
            in_the_model="That share of recent leavers applies each year (E4). The pool gains half "
            "of those who leave, and fades (E9).",
        ),
    )
    external: float = assume(
        label="Joiners from outside the NHS in England",
        meaning="People who apply each year from elsewhere in the UK or abroad, training and "
        "returners aside.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="people a year",
        default=850,
        low=0,
        high=2000,
        step=50,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="Not published. A demonstration value until it can be fitted to staff records.",
        lesson=Lesson(
            example="850 a year are 250 psychologists, 350 therapists and 250 practitioners, a "
            "split without a source.",
            message="Nobody publishes it and it moves the answer as much as any belief. It stands "
            "for all joiners who are neither trained here nor returning.",
            acts="It acts every year from 2023, at once: these people have qualified already.",
            who="Employers who recruit them. Government and regulators make the rules on visas and "
            "registration.",
            cost="Nobody has published what it costs to recruit them. In the model they cost their "
            "pay and no training here.",
            equity="People who come from abroad or from other parts of the UK are missed where "
            "they leave. The model does not see that.",
            in_the_model="These people apply each year, spread over areas as staff are (E4), and "
            "are hired as far as there are posts (E5).",
        ),
    )
    promote_senior: float = assume(
        label="Promotion to senior grades",
        meaning="Share of qualified staff promoted in a year to bands 8a or 8b.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.04,
        low=0.01,
        high=0.08,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 4% a year, four of 100 qualified staff move up to bands 8a or 8b in a "
            "year.",
            message="Promotion moves people up and loses none. Senior staff leave less and cost "
            "more.",
            acts="It acts every year from 2023. It changes the mix of grades slowly.",
            who="Employers, by how many senior posts they fund, and whether they fill them from "
            "within.",
            cost="A move from pay band 7 to 8a costs an employer about £11,000 a year, by our "
            "arithmetic on 2026/27 pay scales.",
            equity="Ask who is promoted. The model has no data on the background of those who are.",
            in_the_model="Each year that share of the qualified grade moves up, more in some "
            "families than others (E8).",
            sources=("derived-cost-2627-band-7", "derived-cost-2627-band-8a"),
        ),
    )
    promote_lead: float = assume(
        label="Promotion to consultant grades",
        meaning="Share of senior staff promoted in a year to band 8c or above, the grades from "
        "which leaders are drawn.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.02,
        low=0.01,
        high=0.08,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 2% a year, two of 100 senior staff reach band 8c or above in a year.",
            message="Leaders come from these grades. If few reach them, posts will stand vacant "
            "for lack of people.",
            acts="It acts every year from 2023, and takes years to change how many could lead.",
            who="Employers, by how many consultant posts they fund. A survey of clinical "
            "psychologists found such posts being lost (slides, 2015).",
            cost="A move from pay band 8a to 8c costs an employer about £31,000 a year, by our "
            "arithmetic on 2026/27 pay scales.",
            equity="Who reaches these grades decides who can lead. The model has no data on their "
            "background.",
            in_the_model="Each year that share of the senior grade moves up (E8). Half of those at "
            "the top are taken as able to lead, an input without a source (E15).",
            sources=("derived-cost-2627-band-8a", "derived-cost-2627-band-8c", "dcp-share-50plus"),
        ),
    )
    participation: float = assume(
        label="Working time per person",
        meaning="Full-time equivalents for each person in post. It turns people into FTE.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="FTE per person",
        default=0.83,
        low=0.80,
        high=0.86,
        step=0.005,
        distribution="triangular",
        source_id="cyp-participation",
        status="borrowed",
        evidence="Children and young people's mental health staff in England, 2021; Scottish "
        "psychology services are much the same.",
        lesson=Lesson(
            example="1,000 joiners at 0.83 are 830 full-time equivalents. At 0.86 they are 860.",
            message="Part-time work makes people and full-time equivalents two different counts. "
            "Ask of any number which of them it is.",
            acts="The start is counted in full-time equivalents, so it stays. From then on each "
            "joiner counts for more or for less.",
            who="Individuals and employers, by the hours that they agree. Flexible hours may lower "
            "this number and keep people who would have left.",
            cost="Pay follows the hours. No other cost of more people for the same hours is "
            "counted, such as supervision or rooms.",
            equity="Part-time work may let people stay who care for others. Longer hours on paper "
            "may drive some of them out; the model does not see that.",
            in_the_model="People in post times this give full-time equivalents (E10). It also says "
            "how many people a funded post makes room for (E5).",
            sources=("scot-participation",),
        ),
    )
    availability: float = assume(
        label="Staff not on long leave",
        meaning="Share of FTE that is not on parental or long-term sick leave.",
        group=GROUP,
        moves="after staff",
        kind="belief",
        unit="share",
        default=0.953,
        low=0.93,
        high=0.96,
        step=0.001,
        distribution="triangular",
        source_id="s10",
        status="borrowed",
        evidence="Scottish psychology services, 2025 and 2019.",
        lesson=Lesson(
            example="At 95.3%, 47 of 1,000 full-time equivalents are on parental or long sick "
            "leave on an average day.",
            message="Staff in post are not all at work. In Scotland's psychology services nearly "
            "one in 20 was on long leave in 2025.",
            acts="At once and in every year. It moves clinical time and not the number of staff.",
            who="Employers, by how they prevent sickness. Parental leave is a right and not a loss "
            "to be cut.",
            cost="Cover for leave is not in the model's costs, and has not been published for "
            "these professions.",
            equity="Where many staff are new parents, the same care takes more posts. No figures "
            "by area exist.",
            in_the_model="Full-time equivalents times this, less leaders' time, give clinical "
            "staff (E10). The number of staff in post does not change.",
        ),
    )
