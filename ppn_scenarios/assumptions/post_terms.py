"""Levers about the terms of a leadership post: time, support, cost, standing."""

from dataclasses import dataclass

from .assumption import START_AND_RAMP, assume
from .lesson import Lesson

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class PostTerms:
    """What a leadership post comes with, and how it is counted (E16-E19)."""

    lead_wte: float = assume(
        label="Protected time of a trust leader",
        meaning="Full-time equivalent that a CPPO spends on leading instead of clinical work.",
        group=GROUP,
        moves="after leaders",
        kind="choice",
        unit="FTE",
        default=0.6,
        low=0.2,
        high=1.0,
        step=0.1,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="0.6 of full time is three days a week. For 100 leaders that is 60 full-time "
            "clinicians' work, unless others are paid to do it.",
            message="Leading takes time from care. The model counts that time and no benefit, "
            "because nobody has measured one.",
            acts="It counts from the day a post is filled, once choices start. Nobody leaves: "
            "leaders do less clinical work.",
            who="Employers, in the job plan that they agree with the leader. Professional bodies "
            "can say how much time the role needs.",
            cost="It costs clinical time; how much trusts give up has not been published. Paying "
            "others to do the work is “Leaders' clinical time replaced”.",
            equity="Patients of the teams that leaders come from see less of them. In a small team "
            "that may be felt most.",
            in_the_model="Filled trust posts times this time come off clinical staff, most of it "
            "psychologists' (E10, E19). Below half a week a post does not count as supported.",
        ),
    )
    ics_wte: float = assume(
        label="Protected time of an ICS lead",
        meaning="Full-time equivalent that an ICS lead spends on leading instead of clinical work.",
        group=GROUP,
        moves="after leaders",
        kind="choice",
        unit="FTE",
        default=0.4,
        low=0.1,
        high=1.0,
        step=0.1,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="0.4 of full time is two days a week. With 42 leads in post that is the work "
            "of about 17 full-time clinicians.",
            message="Leading a system takes clinical time as well, on top of that of leaders in "
            "trusts.",
            acts="It counts from the day a lead is in post, once choices start. It lowers clinical "
            "time and not the number of staff.",
            who="Integrated care boards decide how much time they pay for, with the trusts that "
            "employ the leads.",
            cost="It costs clinical time. The model also counts a yearly cost for each lead; it is "
            "a placeholder, as none has been published.",
            equity="Leads come from clinical work in one place and serve a whole system. The place "
            "that they come from gives up the time.",
            in_the_model="Filled ICS posts times this time come off clinical staff, most of it "
            "psychologists' (E10, E19). The number of staff stays as it is.",
        ),
    )
    backfill: float = assume(
        label="Leaders' clinical time replaced",
        meaning="Share of the clinical time that leaders give up which someone else is paid to do.",
        group=GROUP,
        moves="after leaders",
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.0,
        step=0.1,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="A leader gives up three clinical days a week. At 50%, someone else is paid to "
            "do one and a half of them.",
            message="Replacing the time protects care for patients. It needs money and people, and "
            "where staff are short the people may not be there.",
            acts="At once: for each leader in post, less clinical time is lost. It starts with the "
            "other choices.",
            who="Employers, by whether they pay for the time when they appoint a leader.",
            cost="The pay of those who step in is not in the model's costs, and has not been "
            "published. To allow for it, set “Cost of a trust post” higher.",
            equity="Without it, patients pay for leadership with waiting or with less care. The "
            "model cannot say which patients.",
            in_the_model="It lowers the clinical time that leaders take away by this share (E10). "
            "The model does not check whether anyone is free to do the work.",
        ),
    )
    support: float = assume(
        label="Support around the post",
        meaning="0 is a title alone; 1 is a deputy, an analyst and a budget. It counts only "
        "where leadership is allowed to change staffing.",
        group=GROUP,
        moves="leaders",
        kind="choice",
        unit="index",
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.1,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="0.5 is read as half of leaders having a deputy, an analyst and a budget, and "
            "the other half having a title alone.",
            message="A title alone may do little. But no study has measured what support around "
            "this post does, so the model gives it no effect on staff.",
            acts="At once, in how many leaders count as having time and support. It starts with "
            "the other choices.",
            who="Employers, by the deputy, the analyst and the budget that they give the leader, "
            "or do not give.",
            cost="Nobody has published a cost. It is part of “Cost of a trust post”, which does "
            "not move with this lever.",
            equity="Large trusts can share support among several leaders. In small ones a leader "
            "may have none.",
            in_the_model="It sets the share of posts reported as supported. It also scales what "
            "leadership could do in a hypothesis that you switch on (E17).",
        ),
    )
    post_cost: float = assume(
        label="Cost of a trust post",
        meaning="Extra cost a year of one CPPO: higher pay than a consultant grade, plus support.",
        group=GROUP,
        moves="after leaders",
        kind="choice",
        unit="£ thousand",
        default=75,
        low=20,
        high=150,
        step=5,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        evidence="The part that is pay, about £20-46k, is our arithmetic on pay scales.",
        lesson=Lesson(
            example="At £75k each, leaders in 200 trusts cost £15 million a year. At £150k it is "
            "£30 million.",
            message="It counts only what the post adds. Leaders are clinicians whose pay is in the "
            "bill already.",
            acts="It is paid from the day a post is filled, and moves the cost of leadership and "
            "nothing else.",
            who="Employers set the grade of the post and what surrounds it. Pay scales are agreed "
            "nationally.",
            cost="Going from pay band 8c to 8d or 9 costs an employer about £20,000 to £46,000 a "
            "year, by our arithmetic on 2026/27 scales. The rest, for support, is a guess.",
            equity="A post costs much the same in a small trust as in a large one, so it weighs "
            "more on the small.",
            in_the_model="Filled trust posts times this cost, at constant prices (E19). A lead of "
            "an ICS has a cost of its own that no lever sets.",
            sources=(
                "derived-cost-2627-band-8c",
                "derived-cost-2627-band-8d",
                "derived-cost-2627-band-9",
            ),
        ),
    )
    boards: float = assume(
        label="ICS boards that leads are counted in",
        meaning="How many boards should have a lead. Mergers change the number of posts, and so "
        "the share that is filled, without anyone being appointed.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="option",
        default=42,
        low=26,
        high=42,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        evidence="42 footprints to March 2026; 36 boards in law from 1 April 2026; about 26 once "
        "boards that share a leadership team merge. Which merge is not published.",
        options=(42, 36, 26),
        option_labels=("42 footprints", "36 boards of April 2026", "about 26 after mergers"),
        lesson=Lesson(
            example="Twenty leads are 48% of 42 boards, 56% of 36 and 77% of 26. Nobody was "
            "appointed: only the count of boards changed.",
            message="Counted in leaders, mergers move the share without anyone being appointed. "
            "Always ask what a share is a share of.",
            acts="At once and in every year shown, the number of leads that are wanted changes. "
            "The share with a lead today is kept, so the line of shares stays where it is.",
            who="Government and NHS England decide on mergers. In 2025 the 42 boards already "
            "shared 26 leadership teams (government statement).",
            cost="Fewer boards want fewer leads, so leads cost less. What mergers cost or save "
            "besides is outside the model.",
            equity="The lead of a merged board covers more people and more places. Nobody has "
            "published what that does to any of them.",
            in_the_model="It sets how many ICS leads are wanted, and so what their share is of "
            "(E14). Which boards merge is not published, so leads are shared out evenly.",
            sources=("org-icb-leadership-2025",),
        ),
    )
    exec_seat: float = assume(
        label="Leaders with a seat among the executives",
        meaning="Share of leaders in post who sit on the board or executive committee. It is "
        "reported apart, and moves nothing else.",
        group=GROUP,
        moves="after leaders",
        kind="belief",
        unit="share",
        default=0.14,
        low=0.0,
        high=0.5,
        step=0.01,
        distribution="triangular",
        source_id="lead-ahp-on-board-2022",
        status="borrowed",
        evidence="Chief allied health professionals, 2022: 14% of those in the role.",
        lesson=Lesson(
            example="Of 50 leaders in post, 14% with a seat among the executives is seven.",
            message="A post is not a seat at the table. Among chiefs of the allied health "
            "professions, 14% sat on the board (BMJ Leader, 2024).",
            acts="At once, and only in the row on leaders who sit with the executives.",
            who="Chief executives and boards decide who sits with them. A post can exist for years "
            "without a seat.",
            cost="No cost is counted for a seat, and none has been published. Pay for the post is "
            "in “Cost of a trust post”.",
            equity="A seat decides whose voice is heard when money is shared out. Nobody has "
            "published which trusts give one.",
            in_the_model="It multiplies leaders in post, who come from E15, and is reported apart "
            "as one of four ways to count. Nothing else changes.",
        ),
    )
