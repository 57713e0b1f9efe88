"""Levers about the newly qualified: who seeks a post, who came from one, who moves."""

from dataclasses import dataclass

from .assumption import assume
from .lesson import Lesson

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Careers:
    """Take-up of posts, moves between families and areas (E4, E7)."""

    uptake_psy: float = assume(
        label="Newly qualified psychologists who seek an NHS post",
        meaning="Share of those who qualify who look for an NHS or public post within a year.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.927,
        low=0.85,
        high=0.955,
        step=0.001,
        distribution="triangular",
        source_id="s6",
        status="derived",
        evidence="94% employed in role (Great Britain), nearly all of them in public posts. By the "
        "Clearing House's own 95.7% of those in public posts it would be 90%, a little lower.",
        lesson=Lesson(
            example="Of 1,000 who qualify, 927 seek an NHS or other public post. At 85% it would "
            "be 77 fewer.",
            message="Almost all come. Of those who finished in Great Britain in 2019, 94% had a "
            "post in their role within a year (Clearing House).",
            acts="It acts in the year in which people qualify, from 2023/24 on. Those who do not "
            "come are missing in every later year.",
            who="Employers, by what they offer to people who qualify: a permanent post, "
            "supervision and a grade that matches the training.",
            cost="Nobody has published the cost of raising it. Each who goes elsewhere takes about "
            "£156,000 of training along (our arithmetic on 2026/27 pay scales).",
            equity="The newly qualified choose where to work. Places that are hard to reach or "
            "dear to live in may lose out, and the average hides it.",
            in_the_model="It multiplies those who finish to give those who look for a post (E4). "
            "Where the others go is not followed.",
            sources=("derived-cp-training-salary-cost", "cp-employed-12m"),
        ),
    )
    uptake_ther: float = assume(
        label="Newly qualified therapists who seek an NHS post",
        meaning="Share of those who qualify who look for an NHS or public post within a year.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.79,
        low=0.70,
        high=0.95,
        step=0.005,
        distribution="triangular",
        source_id="s9",
        status="borrowed",
        evidence="A follow-up of 196 high-intensity trainees of one course, 2016.",
        lesson=Lesson(
            example="Of 1,000 who qualify, 790 seek a post. At 95% it would be 160 more, with not "
            "one place added.",
            message="One follow-up of one course is all there is: 79% of 196 trainees still worked "
            "in the service (2016). It may not hold for other courses or for today.",
            acts="It acts in the year in which people qualify, from 2023/24 on. Those who do not "
            "come are missing in every later year.",
            who="Employers, by offering a permanent post, in good time, to the people whom they "
            "have trained.",
            cost="Nobody has published the cost of raising it. Each who goes elsewhere takes about "
            "£40,000 of training along (government answer, 2023; our division).",
            equity="Those who leave for other work may do so because posts are fixed-term or far "
            "away. The follow-up does not say.",
            in_the_model="It multiplies those who finish to give those who look for a post (E4). "
            "Where the others go is not followed.",
            sources=("derived-training-cost-15000",),
        ),
    )
    uptake_prac: float = assume(
        label="Newly qualified practitioners who seek an NHS post",
        meaning="Share of those who qualify who look for an NHS or public post within a year.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.85,
        low=0.70,
        high=0.95,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="Of 1,000 who qualify, 850 seek a post. At 70% it would be 150 fewer.",
            message="Nobody publishes it, and this is the largest group that qualifies. Ten points "
            "are about 256 people a year.",
            acts="It acts in the year in which people qualify, from 2023/24 on. Those who do not "
            "come are missing in every later year.",
            who="Employers, by permanent posts, by pay, and by a way on for people who want to "
            "stay in the role.",
            cost="Nobody has published the cost of raising it. Each who goes elsewhere takes about "
            "£40,000 of training along (government answer, 2023; our division).",
            equity="Wellbeing practitioners start at pay band 5 (PPN, 2021). Where living is dear "
            "that may not be enough to stay for.",
            in_the_model="It multiplies those who finish to give those who look for a post (E4). "
            "Where the others go is not followed.",
            sources=("derived-training-cost-15000", "band-pwp"),
        ),
    )
    career_psy: float = assume(
        label="Psychology trainees who were NHS practitioners",
        meaning="Share of clinical psychology starters who leave a practitioner post to train. "
        "They are counted as moving, not as leaving.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.25,
        low=0.0,
        high=0.6,
        step=0.05,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="Of 1,080 who start, 25% is 270 practitioners a year who leave their posts to "
            "train as psychologists.",
            message="Some of what looks like leaving is moving up. A service loses a practitioner "
            "at once and gains a psychologist three years later.",
            acts="The loss comes in the year in which training starts. The gain comes three years "
            "on.",
            who="Those who set the rules. Two years must pass between one NHS-funded training and "
            "the next (Clearing House).",
            cost="The post that is left must be filled again, and the training given before is "
            "used elsewhere. Nobody has published the cost.",
            equity="It is a ladder for people who began in a lower-paid role. Closing it would "
            "keep staff in post and people in their place.",
            in_the_model="That share of psychology starters comes out of practitioners in post "
            "(E7). They are not counted as leavers in E6.",
            sources=("gap-2yr-rule",),
        ),
    )
    career_ther: float = assume(
        label="Therapy trainees who were NHS practitioners",
        meaning="Share of therapy starters who leave a practitioner post to train.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.35,
        low=0.0,
        high=0.6,
        step=0.05,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="Of 1,900 who start, 35% is 665 practitioners a year who leave their posts to "
            "train as therapists.",
            message="The same people feed two professions. More therapy places drain practitioner "
            "posts before they fill therapist posts.",
            acts="The loss comes in the year in which training starts. The gain comes about a year "
            "on.",
            who="Services and funders, by whom they choose for training. Two years must pass "
            "between one NHS-funded training and the next (Clearing House).",
            cost="The post that is left must be filled again. Nobody has published the cost.",
            equity="It is a ladder for people who began in a lower-paid role. Their first service "
            "pays for it with turnover.",
            in_the_model="That share of therapy starters comes out of practitioners in post, and "
            "at most 90% of the qualified ones can go (E7).",
            sources=("gap-2yr-rule",),
        ),
    )
    mobility: float = assume(
        label="Newly qualified who move to another area",
        meaning="Share of those who qualify who look for a post anywhere in England instead of "
        "where they trained.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.0,
        low=0.0,
        high=0.3,
        step=0.05,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 10%, ten of 100 who qualify look for a post anywhere in England. The other "
            "90 look where they trained.",
            message="It moves people between places and leaves England's total nearly as it was. "
            "Areas with many trainees lose and others gain.",
            acts="It acts in the year in which people qualify, from 2023/24 on. England's total "
            "hardly moves at any time.",
            who="The newly qualified themselves, and employers who draw them in. Funders decide "
            "where the courses are.",
            cost="It is a belief and has no cost of its own. An area that trains people for others "
            "supports them on placement; the model does not count that.",
            equity="If people move to where staff already are, gaps between places grow. The model "
            "sends them where staff are today.",
            in_the_model="This share of those who qualify is pooled and spread over areas as staff "
            "are (E4).",
        ),
    )
