"""Levers about courses: how long they last, and who is lost on the way."""

from dataclasses import dataclass

from .assumption import assume
from .lesson import Lesson

GROUP = "Training"


@dataclass(frozen=True, kw_only=True)
class Courses:
    """Course lengths and losses on the way (E2-E3)."""

    course_len_psy: float = assume(
        label="Course length, psychologists",
        meaning="Years from starting to qualifying. Half years mean half of starters take "
        "each length.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="years",
        default=3,
        low=1,
        high=5,
        step=0.5,
        distribution="fixed",
        source_id="cp-length",
        status="sourced",
        lesson=Lesson(
            example="Of a three-year course, those who start in autumn 2027 qualify in autumn "
            "2030. With a fourth year it would be 2031.",
            message="Length delays each intake once. After that as many qualify each year as "
            "before, less the few lost in the extra time.",
            acts="It holds for all who start from 2023 on. A longer course shows as fewer people "
            "from the year in which they would have qualified.",
            who="Those who approve and run the courses. It is no lever for a trust or an ICS.",
            cost="Each extra year costs about £52,000 to employ a trainee, by our arithmetic on "
            "2026/27 pay scales.",
            equity="A longer course may be harder for people with little money or with someone to "
            "care for, even when it is paid.",
            in_the_model="Those who start are put in line to finish after this many years; a half "
            "year sends half to each side (E2).",
            sources=("derived-cp-training-salary-cost",),
        ),
    )
    course_len_ther: float = assume(
        label="Course length, therapists",
        meaning="Years from starting to qualifying. One year fits CBT; child psychotherapy "
        "takes four and psychotherapeutic counselling three.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="years",
        default=1,
        low=1,
        high=5,
        step=0.5,
        distribution="fixed",
        source_id="s9",
        status="borrowed",
        lesson=Lesson(
            example="A CBT course takes about a year. Child psychotherapy takes four, by our "
            "memory of a document that we have not read again.",
            message="One number stands for very different courses. One year fits the largest, so "
            "the longer ones qualify too soon here.",
            acts="It holds for all who start from 2023 on. Each extra year delays every intake by "
            "a year.",
            who="Those who approve and run the courses. Psychotherapeutic counsellors in a pilot "
            "train for three years (government answer, 2024).",
            cost="Each extra year costs a year of a trainee. Over £600 million for 15,000 people "
            "is about £40,000 each (government answer, 2023; the division is ours).",
            equity="Long courses may be out of reach for people who cannot wait for full pay.",
            in_the_model="Those who start are put in line to finish after this many years; a half "
            "year sends half to each side (E2).",
            sources=("s9", "cap-length", "pc-length", "derived-training-cost-15000"),
        ),
    )
    course_len_prac: float = assume(
        label="Course length, practitioners",
        meaning="Years from starting to qualifying.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="years",
        default=1,
        low=1,
        high=5,
        step=0.5,
        distribution="fixed",
        source_id="emhp-length",
        status="sourced",
        evidence="One year for education mental health practitioners; 18 months for clinical "
        "associates in psychology.",
        lesson=Lesson(
            example="Education mental health practitioners train for a year (government answer, "
            "2025). Clinical associates take about 18 months (job advert, 2025).",
            message="Short courses make this the fastest way to more staff, and the fastest to see "
            "when it fails.",
            acts="It holds for all who start from 2023 on. Each extra year delays every intake by "
            "a year.",
            who="Those who approve and run the courses. Employers can choose another kind, such as "
            "an apprenticeship.",
            cost="Each extra year costs a year of a trainee. Over £600 million for 15,000 people "
            "is about £40,000 each (government answer, 2023; the division is ours).",
            equity="A short paid course is a way in for more people. It may also send them into "
            "demanding work early.",
            in_the_model="Those who start are put in line to finish after this many years; a half "
            "year sends half to each side (E2).",
            sources=("caap-length", "derived-training-cost-15000"),
        ),
    )
    noncompletion_psy: float = assume(
        label="Trainees lost each year, psychologists",
        meaning="Share of trainees who leave their course in a year without finishing.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.007,
        low=0.004,
        high=0.010,
        step=0.001,
        distribution="triangular",
        source_id="s6",
        status="derived",
        evidence="0.9% of a cohort did not finish (Great Britain, 2018/19); a yearly rate is our "
        "reading of it",
        lesson=Lesson(
            example="At 0.7% a year, 98 of 100 who start a three-year course finish it.",
            message="Nearly everyone finishes. There is little to gain here, and much to lose if "
            "that changed.",
            acts="Losses fall in each of three years of training, and show as fewer people when "
            "the intake qualifies.",
            who="Universities and the services where trainees are placed, by the support that they "
            "give.",
            cost="A trainee who leaves has been paid for the time spent. Nobody has published the "
            "cost.",
            equity="Ask who leaves. If it is more often trainees from minorities or with "
            "disabilities, an average of 1% hides it. No figures are in our sources.",
            in_the_model="This share of psychology trainees leaves each year; of a course of three "
            "years that is taken three times (E2, E3).",
        ),
    )
    noncompletion_ther: float = assume(
        label="Trainees lost each year, therapists",
        meaning="Share of trainees who leave their course in a year without finishing.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.08,
        low=0.02,
        high=0.20,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 8% a year, 92 of 100 who start a one-year course finish it. At 20%, 80 do.",
            message="Nobody publishes how many therapy trainees leave, and the number matters: "
            "every point is about 19 people a year.",
            acts="Losses fall during the year of training. They show within two years, when the "
            "intake would have qualified, and add up.",
            who="Universities and the services where trainees work, by the support that they give.",
            cost="A trainee who leaves has had part of about £40,000 spent on them (government "
            "answer, 2023; our division). The loss itself has not been published.",
            equity="Ask who leaves, and whether it is the trainee or the job that failed. No "
            "figures are in our sources.",
            in_the_model="This share of therapy trainees leaves in each year of training (E2, E3).",
            sources=("derived-training-cost-15000",),
        ),
    )
    noncompletion_prac: float = assume(
        label="Trainees lost each year, practitioners",
        meaning="Share of trainees who leave their course in a year without finishing.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="rate",
        default=0.10,
        low=0.02,
        high=0.20,
        step=0.005,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 10% a year, 90 of 100 who start a one-year course finish it. At 20%, 80 "
            "do.",
            message="Nobody publishes how many practitioner trainees leave. It is the largest "
            "intake, so every point is nearly 30 people a year.",
            acts="Losses fall during the year of training. They show within two years, when the "
            "intake would have qualified, and add up.",
            who="Universities and the services where trainees work, by the support that they give.",
            cost="A trainee who leaves has had part of about £40,000 spent on them (government "
            "answer, 2023; our division). The loss itself has not been published.",
            equity="Ask who leaves, and whether the workload or the pay drove them out. No figures "
            "are in our sources.",
            in_the_model="This share of practitioner trainees leaves in each year of training (E2, "
            "E3).",
            sources=("derived-training-cost-15000",),
        ),
    )
