"""Levers about training places: how many there are, and how many are filled."""

from dataclasses import dataclass

from .assumption import START, START_AND_RAMP, assume
from .lesson import Lesson

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Training:
    """Places to train, and their filling (E1)."""

    places_cp: float = assume(
        label="Clinical psychology places",
        meaning="People who may start clinical psychology training in England each year. "
        "Training takes three years, so a change shows in staff numbers three years later.",
        group=GROUP,
        moves="staff",
        kind="choice",
        unit="people a year",
        default=1080,
        low=900,
        high=1400,
        step=10,
        dated=START_AND_RAMP,
        distribution="triangular",
        source_id="cp-places-england-2024",
        status="sourced",
        main=True,
        evidence="1,065 started in 2022/23 and 1,080 in 2024; kept at that level in 2025/26.",
        lesson=Lesson(
            example="100 more places a year mean about 91 more psychologists a year who seek an "
            "NHS post, three years later.",
            message="Places pay off late. At first they cost staff, because some who start leave a "
            "practitioner post to train.",
            acts="The first extra people qualify after three years. Staff in post are fewer until "
            "then, and more from the fourth year of the plan on.",
            who="National funders of training, universities with a course, and services that take "
            "trainees on placement.",
            cost="About £156,000 to employ each trainee for three years, by our arithmetic on "
            "2026/27 pay scales. Fees come on top.",
            equity="The model spreads places as staff are spread today, so a thin area stays thin. "
            "Who gets in matters too: 4,225 people applied for 770 places in 2020 (Clearing "
            "House).",
            in_the_model="Places × share of England × share filled give starts (E1). Trainees move "
            "on each year (E2), finish (E3) and seek posts (E4).",
            sources=("derived-cp-training-salary-cost", "s6"),
        ),
    )
    growth_cp_capt: float = assume(
        label="Extra growth in psychology places by 2031",
        meaning="Growth on top of the places above, building up evenly from the start of the "
        "plan to autumn 2031. The 2023 national plan said +26%.",
        group=GROUP,
        moves="staff",
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=0.4,
        step=0.01,
        dated=START,
        distribution="fixed",
        source_id="target-ltwp-cp-cap-places-2831",
        status="derived",
        evidence="The +26% was a 2023 ambition. Places were held level in 2025/26 and the plan "
        "has since been set aside, so as things stand means no growth.",
        lesson=Lesson(
            example="26% more than 1,080 places is about 1,360 a year by autumn 2031.",
            message="The growth was an ambition of 2023. Places were held level in 2025/26 "
            "(government answer, 2025), so growth must be chosen again and not assumed.",
            acts="It builds up to 2031, and each larger intake qualifies three years on. In the "
            "model staff are fewer until about 2032, and most of the gain comes after 2034.",
            who="Government and national funders of training, universities, and services that take "
            "trainees on placement.",
            cost="About £156,000 to employ each trainee for three years, by our arithmetic on "
            "2026/27 pay scales. Fees come on top.",
            equity="Growth needs supervisors and placements. Areas with few of them may see few of "
            "the new places.",
            in_the_model="Psychology places grow evenly from the start of the plan to the year "
            "from April 2031 (E1). The plan's figure took in child psychotherapy; here all of it "
            "is psychology.",
            sources=("cp-places-dhsc-2024", "derived-cp-training-salary-cost"),
        ),
    )
    places_other: float = assume(
        label="Therapist and practitioner places",
        meaning="People who may start training as therapists (such as CBT) or practitioners "
        "(such as wellbeing practitioners) each year. Most courses take one year.",
        group=GROUP,
        moves="staff",
        kind="choice",
        unit="people a year",
        default=5000,
        low=3000,
        high=7000,
        step=100,
        dated=START_AND_RAMP,
        distribution="triangular",
        source_id="target-ltwp-15000",
        status="derived",
        main=True,
        evidence="About 15,000 over the three years to 2025/26. What follows is not published, "
        "nor is the split between therapists and practitioners.",
        lesson=Lesson(
            example="1,000 more places a year mean about 710 more people a year who seek an NHS "
            "post. About 130 of those who start leave a practitioner post to train.",
            message="This is the widest way in: more than four times as many people start here as "
            "in clinical psychology.",
            acts="Courses take about a year. Staff dip in the first year of the plan, as some "
            "leave posts to train, and are more from the second year on.",
            who="National funders of training, universities, and the Talking Therapies and school "
            "services that take trainees.",
            cost="About £40,000 a trainee: over £600 million for about 15,000 people in three "
            "years (government answer, 2023; the division is ours).",
            equity="Ask where the courses are, and who can take a year to train. The model spreads "
            "places as staff are spread today.",
            in_the_model="An input without a source splits places between therapists and "
            "practitioners (E1). They then train (E2, E3) and seek posts (E4); without posts they "
            "wait (E5).",
            sources=("s4", "derived-training-cost-15000"),
        ),
    )
    places_newrole: float = assume(
        label="Extra places in new practitioner roles",
        meaning="Starts each year in newer roles, such as clinical associates in psychology, "
        "on top of the places above.",
        group=GROUP,
        moves="staff",
        kind="choice",
        unit="people a year",
        default=0,
        low=0,
        high=1000,
        step=25,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="250 more places a year mean about 180 more practitioners a year who seek an "
            "NHS post.",
            message="New roles bring people in soon. Without funded posts for them, those who "
            "qualify have nowhere to go.",
            acts="The model lets them train for one year, so staff rise from the second year of "
            "the plan. Clinical associates in truth take about 18 months (job advert, 2025).",
            who="Employers, who create the posts; universities, which run the courses; and funders "
            "of training.",
            cost="Nobody has published the cost of these routes. The model uses that of a "
            "practitioner trainee, a placeholder.",
            equity="A new role can be a way in for people without a doctorate. It may also mean "
            "lower pay for like work. No figures on either are in our sources.",
            in_the_model="They are added to those who start as practitioners (E1), and are treated "
            "as practitioners from then on.",
            sources=("caap-length",),
        ),
    )
    fill_cp: float = assume(
        label="Clinical psychology places filled",
        meaning="Share of clinical psychology places that someone takes up.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=1.0,
        low=0.85,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="s6",
        status="derived",
        evidence="4,225 people applied for 770 places in 2020.",
        lesson=Lesson(
            example="At 95%, 54 of 1,080 places stay empty each year. That is about 49 fewer "
            "psychologists who seek an NHS post, three years later.",
            message="A place trains nobody until it is filled. In clinical psychology places are: "
            "more than five people applied for each in 2020 (Clearing House).",
            acts="An empty place shows three years later, when whoever would have filled it would "
            "have qualified. Until then a practitioner may stay in post instead.",
            who="Universities and the services that choose trainees with them.",
            cost="An empty place saves its cost in the model. What it costs a course is not "
            "published.",
            equity="With five applicants for each place, who is chosen matters more than how many "
            "apply. The model knows nothing of their backgrounds.",
            in_the_model="It multiplies psychology places in every year to give starts (E1). What "
            "follows is as for all who start.",
        ),
    )
    fill_other: float = assume(
        label="Therapist and practitioner places filled",
        meaning="Share of the other places that someone takes up.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.95,
        low=0.85,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 85% and not 95%, 500 more of 5,000 places stay empty each year.",
            message="Nobody publishes how full these courses are. Five points are about 250 "
            "starters a year.",
            acts="An empty place shows one year later, as courses take about a year.",
            who="Universities, and the services that take on trainees and give them time to study.",
            cost="An empty place saves its cost in the model. What it costs a course is not "
            "published.",
            equity="Places may stay empty where courses are far away or pay in training is low. No "
            "figures by place exist.",
            in_the_model="It multiplies therapist and practitioner places in every year to give "
            "starts (E1).",
        ),
    )
