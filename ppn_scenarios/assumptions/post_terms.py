"""Levers about the terms of a leadership post: time, support, cost, standing."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class PostTerms:
    """What a leadership post comes with, and how it is counted (E16-E19)."""

    lead_wte: float = assume(
        label="Protected time of a trust leader",
        meaning="Full-time equivalent that a CPPO spends on leading instead of clinical work.",
        group=GROUP,
        kind="choice",
        unit="FTE",
        default=0.6,
        low=0.2,
        high=1.0,
        step=0.1,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
    ics_wte: float = assume(
        label="Protected time of an ICS lead",
        meaning="Full-time equivalent that an ICS lead spends on leading instead of clinical work.",
        group=GROUP,
        kind="choice",
        unit="FTE",
        default=0.4,
        low=0.1,
        high=1.0,
        step=0.1,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
    backfill: float = assume(
        label="Leaders' clinical time replaced",
        meaning="Share of the clinical time that leaders give up which someone else is paid to do.",
        group=GROUP,
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.0,
        step=0.1,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
    support: float = assume(
        label="Support around the post",
        meaning="0 is a title alone; 1 is a deputy, an analyst and a budget. It counts only "
        "where leadership is allowed to change staffing.",
        group=GROUP,
        kind="choice",
        unit="index",
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.1,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
    post_cost: float = assume(
        label="Cost of a trust post",
        meaning="Extra cost a year of one CPPO: higher pay than a consultant grade, plus support.",
        group=GROUP,
        kind="choice",
        unit="£ thousand",
        default=75,
        low=20,
        high=150,
        step=5,
        distribution="uniform",
        source_id="placeholder",
        status="none",
        evidence="The part that is pay, about £20-46k, is our arithmetic on pay scales.",
    )
    boards: float = assume(
        label="ICS boards that leads are counted in",
        meaning="How many boards should have a lead. Mergers change the number of posts, and so "
        "the share that is filled, without anyone being appointed.",
        group=GROUP,
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
    )
    exec_seat: float = assume(
        label="Leaders with a seat among the executives",
        meaning="Share of leaders in post who sit on the board or executive committee. It is "
        "reported apart, and moves nothing else.",
        group=GROUP,
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
    )
