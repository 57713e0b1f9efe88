"""How likely the answer is, given the assumptions, in words made from draws."""

from collections.abc import Mapping
from typing import Final

from ppn_scenarios.analysis.chances import Chance
from ppn_scenarios.analysis.uncertainty import Band
from ppn_scenarios.model import HORIZON

from .numbers import in_draws, listed, march, met_between, staff_range
from .on_track import READINGS

EVERYWHERE: Final = {"T1": "every trust", "T2": "every ICS"}


def how_likely(found: Mapping[str, Chance], fte: Band, draws: int) -> str:
    """Return how sure the answer is, in short sentences made from the draws.

    `found` are the chances by target, `fte` the band of staff.
    """
    spread = staff_range(fte.p10[-1], fte.p50[-1], fte.p90[-1])
    often = {id: how_often(found[id]) for id in READINGS}
    asked = [
        f"{'reading' if len(ids) == 1 else 'readings'} {listed([id[-1] for id in ids])} in {words}"
        for words, ids in grouped(often).items()
    ]
    led = grouped({id: in_draws(found[id].share) for id in EVERYWHERE if id in found})
    everywhere = [
        f"{listed([EVERYWHERE[id] for id in ids], 'or')} a leader in post in {words}"
        for words, ids in led.items()
    ]
    return (
        f"**How likely is that, given these assumptions?** Each of {draws} draws takes every "
        f"belief from its own range. Eight in ten give {spread} staff in {march(HORIZON)}. By then "
        f"they reach {listed(asked)}. They give {listed(everywhere)}. Most of these ranges have no "
        "source, so the draws explore them and are no probabilities."
    )


def grouped(words: Mapping[str, str]) -> dict[str, list[str]]:
    """Return which targets have the same words."""
    found: dict[str, list[str]] = {}
    for id, said in words.items():
        found.setdefault(said, []).append(id)
    return found


def how_often(chance: Chance) -> str:
    """Write in how many draws a target is reached, and between which years first."""
    often = in_draws(chance.share)
    if chance.early is None:
        return often
    return f"{often} (first met {met_between(chance.early, chance.late)})"
