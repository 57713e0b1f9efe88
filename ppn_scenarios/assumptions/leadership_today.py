"""Levers about how many organisations have a leader now: nobody has counted."""

from dataclasses import dataclass
from typing import Any

from .assumption import assume

GROUP = "Leadership today"
UNCOUNTED = (
    "Nobody has published a count. This is a placeholder: ask your trusts and enter what you know."
)


def share_today(label: str, default: float, meaning: str = "") -> Any:
    """Declare a starting share of organisations with a permanent leader in post."""
    return assume(
        label=label,
        meaning=meaning
        or "Share of these trusts with a permanent chief psychological professions officer, or "
        "equivalent, in post on 31 March 2026.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=default,
        low=0.0,
        high=1.0,
        step=0.01,
        distribution="beta",
        source_id="placeholder",
        status="none",
        evidence=UNCOUNTED,
    )


@dataclass(frozen=True, kw_only=True)
class LeadershipToday:
    """How many organisations have a leader now, by type of trust (E14)."""

    cppo_base_mental_health: float = share_today("Mental health trusts with a leader", 0.80)
    cppo_base_acute: float = share_today("Acute trusts with a leader", 0.25)
    cppo_base_acute_specialist: float = share_today("Acute specialist trusts with a leader", 0.25)
    cppo_base_community: float = share_today("Community trusts with a leader", 0.25)
    cppo_base_ambulance: float = share_today("Ambulance trusts with a leader", 0.05)
    ics_base: float = share_today(
        "ICSs with a psychological lead",
        0.15,
        "Share of integrated care systems with a permanent senior psychological lead in post on "
        "31 March 2026.",
    )
