"""Levers about who holds a leadership post: leaving, filling, cutting, covering."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class Leaders:
    """How posts are left, filled, removed and covered (E15-E16)."""

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
