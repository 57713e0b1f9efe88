"""Levers about funded posts."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Funded posts"


@dataclass(frozen=True, kw_only=True)
class Posts:
    """How many posts employers fund, and whether they limit hiring (E5, E12)."""

    post_growth: float = assume(
        label="Growth in funded posts",
        meaning="How fast employers add funded posts. Without posts, people who qualify find "
        "no place, however many are trained.",
        group=GROUP,
        kind="choice",
        unit="rate",
        default=0.03,
        low=0.0,
        high=0.065,
        step=0.0025,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="No published figure. The 2023 plan's +157% over 15 years would be 6.5% a year.",
    )
    cap_mode: float = assume(
        label="Posts limit hiring",
        meaning="On: employers hire only into funded posts. Off: everyone who applies is hired, "
        "so that a lack of people can be told from a lack of posts.",
        group=GROUP,
        kind="belief",
        unit="switch",
        default=1,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
    )
    vacancy0: float = assume(
        label="Vacant posts in 2023",
        meaning="Share of funded posts that were vacant on 31 March 2023.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.095,
        low=0.024,
        high=0.143,
        step=0.001,
        distribution="triangular",
        source_id="mht-vacancy-2018",
        status="borrowed",
        evidence="All staff of mental health trusts, September 2018. Low: Scottish psychology, "
        "2025. High: one in seven NHS psychology posts, 2021.",
    )
