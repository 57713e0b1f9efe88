"""Levers about chief psychological professions officers (CPPOs) and leads in ICSs."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class Leadership:
    """How posts are created, filled, lost and paid for (E14-E19)."""

    encouragement: float = assume(
        label="Stronger encouragement",
        meaning="How much faster than today organisations create the post when they are "
        "encouraged harder, in proportion. At 120% it is the fastest pace seen in a like role.",
        group=GROUP,
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.2,
        step=0.1,
        distribution="uniform",
        source_id="s23",
        status="derived",
        main=True,
        evidence="Set so that the top equals the fastest reading of chief AHP adoption, 33% a "
        "year.",
    )
    mandate: float = assume(
        label="Every organisation must have the post",
        meaning="On: from the date below the post is required, as medical and nursing directors "
        "are. Off: it is encouraged.",
        group=GROUP,
        kind="choice",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
    )
    mandate_year: float = assume(
        label="Required from",
        meaning="The 1 April from which the post is required. It counts only when the post is "
        "required.",
        group=GROUP,
        kind="choice",
        unit="financial year",
        default=2028,
        low=2026,
        high=2036,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
    )
    h_encourage: float = assume(
        label="Pace when encouraged",
        meaning="Chance in a year that an organisation without the post creates it when it is "
        "only encouraged.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.15,
        low=0.08,
        high=0.33,
        step=0.01,
        distribution="triangular",
        source_id="s23",
        status="derived",
        evidence="From the spread of chief AHPs (81% of those who answered in 2022) and of "
        "regional psychological professions networks.",
    )
    h_imitation: float = assume(
        label="Extra pace as others adopt",
        meaning="Added chance in a year, in proportion to the share of organisations that "
        "already have the post.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.0,
        low=0.0,
        high=0.5,
        step=0.05,
        distribution="fixed",
        source_id="placeholder",
        status="none",
    )
    h_mandate: float = assume(
        label="Pace when required",
        meaning="Rate in a year at which organisations create the post once it is required. At "
        "100% a year, 63 in 100 do so within a year.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=1.0,
        low=1.0,
        high=2.5,
        step=0.1,
        distribution="triangular",
        source_id="s24",
        status="derived",
        evidence="From Freedom to Speak Up Guardians, required of trusts: 86% within two years.",
    )
    ceiling_encouraged: float = assume(
        label="Organisations that would ever agree, if encouraged",
        meaning="The most organisations that would create the post without being required to.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.85,
        low=0.60,
        high=0.95,
        step=0.01,
        distribution="triangular",
        source_id="s23",
        status="derived",
        evidence="60% to 81% have a chief AHP, by how those who did not answer are counted. The "
        "default is a little above, as that role was still spreading. Where more have the post "
        "today than this, fewer will: posts are removed and not made again.",
    )
    ceiling_mandated: float = assume(
        label="Organisations that comply, if required",
        meaning="The most organisations that would create the post once it is required.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=1.0,
        low=0.95,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="s24",
        status="derived",
    )
    lead_turnover: float = assume(
        label="Leaders leaving the role",
        meaning="Chance in a year that a leader leaves the post, which then stands vacant until "
        "it is filled.",
        group=GROUP,
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
    )
    fill_time: float = assume(
        label="Time to fill a vacant post",
        meaning="Average years from vacancy to a permanent leader in post.",
        group=GROUP,
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
    )
    abolish: float = assume(
        label="Posts removed",
        meaning="Chance in a year that a post is cut or lost in a merger.",
        group=GROUP,
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
    )
    interim: float = assume(
        label="Vacant posts with interim cover",
        meaning="Share of vacant posts that someone covers for a time. Interim cover is shown "
        "apart and never counted as met.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.0,
        step=0.1,
        distribution="fixed",
        source_id="placeholder",
        status="none",
    )
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
