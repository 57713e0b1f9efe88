"""What a back-test assumed, in sentences: nothing is filled in without saying so."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ppn_scenarios.model import Baseline
from ppn_scenarios.model.baseline import Array

MANY_STARTS = 0.5  # of staff in a year: unusual enough to be asked about


@dataclass(frozen=True)
class Fit:
    """What was fitted, if anything: `since` is the first year used, or None."""

    since: int | None
    external: float  # people a year
    leaving: float  # times the usual rates
    spread: float  # of yearly growth before the start, as a share; 0 where it is not known


def notes_on(
    counted: Mapping[int, float],
    places: Mapping[int, object],
    given: Mapping[int, Array],
    start: int,
    end: int,
    base: Baseline,
    split: Array,
    fit: Fit,
) -> tuple[str, ...]:
    """Return the sentences, the most important first."""
    notes = [
        "Posts do not limit hiring: funded posts of that time and place are not known to the "
        "model. Where posts and not people were short, it projects too many staff.",
        how_fitted(start, fit),
        how_wide(fit),
        f"Families, grades and pools of recent leavers are made up as England's in {base.year}, "
        "which are placeholders; another baseline may be handed in.",
    ]
    if any(not isinstance(starts, list | tuple | np.ndarray) for starts in places.values()):
        notes.append(split_note(base, split))
    if min(given) > (fit.since or start) - 2:
        notes.append(
            f"No training starts are given before {min(given)}: earlier years are taken to be like "
            "that one. Those who train longer qualify from them."
        )
    if max(float(starts.sum()) for starts in given.values()) > MANY_STARTS * counted[start]:
        notes.append(
            f"In some year more people start training than half the staff of {start}: check that "
            "both are of the same staff."
        )
    missing = [year for year in range(start + 1, end + 1) if year not in counted]
    if missing:
        notes.append(
            "Not compared, because nothing was given: " + ", ".join(map(str, missing)) + "."
        )
    return tuple(notes)


def how_fitted(start: int, fit: Fit) -> str:
    """Return the sentence on what was fitted."""
    if fit.since is None:
        return (
            f"No number of staff before {start} is given, so nothing was fitted: joiners from "
            f"outside are the default's by size ({fit.external:,.0f} people a year), a placeholder."
        )
    sentence = (
        f"Joiners from outside were fitted to {fit.since} to {start}: {fit.external:,.0f} people a "
        "year. They take up every error of the other flows and go on at that pace."
    )
    if fit.leaving > 1:
        sentence += (
            f" Even with none, too many staff came out, so rates of leaving are {fit.leaving:.2f} "
            "times as high as usual."
        )
    return sentence


def how_wide(fit: Fit) -> str:
    """Return the sentence on what the interval covers."""
    growth = (
        f"and how unevenly staff grew before the start (by {fit.spread:.1%} a year)"
        if fit.spread
        else "and, for want of earlier years, nothing of how unevenly staff grow"
    )
    return (
        f"The interval is conditional on the model's form: it covers what we believe about rates, "
        f"{growth}. It covers no recoding of staff and no changes of policy."
    )


def split_note(base: Baseline, split: Array) -> str:
    """Return the sentence on how totals of training starts were split."""
    parts = ", ".join(
        f"{name} {share:.0%}"
        for name, share in zip(base.inputs.names, split / split.sum(), strict=True)
    )
    return (
        f"Totals of training starts are split as England's are now: {parts}. Give one number for "
        "each of these where you know them: courses differ in length."
    )
