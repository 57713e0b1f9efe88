"""Levers about leadership changing staffing: all zero, behind one switch."""

from dataclasses import dataclass
from typing import Any

from .assumption import assume

GROUP = "Does leadership change staffing?"
UNPROVEN = "No study was found that links this role to any staff flow. It is your hypothesis."


def effect(
    label: str, meaning: str, low: float, high: float, source_id: str, status: str, step: float
) -> Any:
    """Declare an effect of leadership at full dose; its default is nothing at all."""
    return assume(
        label=label,
        meaning=f"{meaning} It counts only when the switch is on.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.0,
        low=low,
        high=high,
        step=step,
        distribution="uniform",
        source_id=source_id,
        status=status,
        evidence=UNPROVEN,
    )


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What leadership might do to flows (E17-E18); off unless the user switches it on."""

    effects_on: float = assume(
        label="Let leadership change staffing",
        meaning="Off: leadership posts change who leads, clinical time and cost, and nothing "
        "else. On: the hypotheses below apply, and every result says so.",
        group=GROUP,
        kind="belief",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        evidence=UNPROVEN,
    )
    eps_ret: float = effect(
        "Effect on leaving",
        "How much full leadership lowers voluntary leaving, in proportion.",
        -0.02,
        0.054,
        "s13",
        "borrowed",
        0.002,
    )
    eps_rec: float = effect(
        "Effect on recruitment",
        "How much full leadership raises applicants from outside, in proportion.",
        -0.02,
        0.05,
        "placeholder",
        "none",
        0.002,
    )
    eps_train: float = effect(
        "Effect on training capacity",
        "How much full leadership raises training starts, in proportion.",
        -0.02,
        0.10,
        "placeholder",
        "none",
        0.002,
    )
    eps_prod: float = effect(
        "Effect on people seen",
        "How much full leadership raises the people each clinician sees, in proportion.",
        -0.01,
        0.02,
        "placeholder",
        "none",
        0.002,
    )
    tau_dose: float = assume(
        label="Time for leadership to act",
        meaning="Years over which the effect of a new leader builds up. It counts only when the "
        "switch is on.",
        group=GROUP,
        kind="belief",
        unit="years",
        default=2,
        low=0.5,
        high=4,
        step=0.5,
        distribution="uniform",
        source_id="placeholder",
        status="none",
    )
