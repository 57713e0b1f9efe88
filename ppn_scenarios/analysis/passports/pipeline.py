"""Passports of the pipeline: who is in training, who waits for a post, what more places do."""

from ppn_scenarios.analysis.expansion import PLACES
from ppn_scenarios.analysis.pipeline import Training, training
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import Array

from . import code
from .cuts import Cut, cuts
from .making import added, of
from .passport import Passport, Term


def of_training(p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of who is in training and of who waits for a post, over a year.

    Of all groups together, of each, and outside England by each proxy.
    """
    found = training(p, place, year)
    return [
        passport(p, found, place, what, cut)
        for cut in cuts(found.groups, place)
        for what in how_trained(found)
    ]


def passport(p: Projection, found: Training, place: str, what: str, cut: Cut) -> Passport:
    """Return the passport of one number of the pipeline."""
    label, formula, terms = how_trained(found)[what]
    values = getattr(found, what)
    low, high = cut.ends(values)
    return Passport(
        label=cut.named(label),
        value=cut.of(values),
        unit="people",
        formula=formula,
        terms=tuple(
            Term(label=words, value=cut.of(each), unit="people") for words, each in terms.items()
        ),
        combine=added,
        inputs=("opening_trainees", "other_places_share", "unplaced_reapply"),
        bias="Not known: losses on the way and take-up of posts rest on one course or on nothing, "
        "but for clinical psychology.",
        code=f"{code.PROJECT}from ppn_scenarios.analysis.pipeline import training\n\n"
        f"{code.plan(p)}"
        f'print(training(plan, "{place}", {found.year}).{what}{cut.asked})\n',
        scenario=of(p),
        low=low,
        high=high,
    )


def how_trained(found: Training) -> dict[str, tuple[str, str, dict[str, Array]]]:
    """Return how each number of the pipeline is made: label, formula and terms to add."""
    soon, later = found.to_go[..., 0], found.to_go[..., 1:]
    by_year = {f"Qualify in {found.year}": soon} | {
        f"Qualify in {found.year + 1 + i}": later[..., i] for i in range(later.shape[-1])
    }
    return {
        "opening": (
            f"In training, March {found.year - 1}",
            "All who are in training, by the year in which they qualify, added (E2)",
            by_year,
        ),
        "closing": (
            f"In training, March {found.year}",
            "In training a year before + started - qualified - left their course (E1-E3)",
            {
                "In training a year before": found.opening,
                "Started": found.started,
                "Qualified, taken off": -found.qualified,
                "Left their course, taken off": -found.lost,
            },
        ),
        "qualified": (
            f"Qualified in the year to March {found.year}",
            "Those with a year to go, less those of them who leave their course (E3)",
            {
                "With a year to go": soon,
                "Left in that year, taken off": found.qualified - soon,
            },
        ),
        "waiting": (
            f"Qualified and without a post, March {found.year}",
            "Without a post a year before + looking for one - hired - stopped looking (E5)",
            {
                "Without a post a year before": found.waiting_before,
                "Qualified and looking": found.seeking,
                "Hired at once, taken off": -found.hired,
                "Hired later, taken off": -found.hired_later,
                "Stopped looking, taken off": -found.gave_up,
            },
        ),
    }


def of_expansion(p: Projection, without: Projection, place: str, year: int) -> Passport:
    """Return the passport of the people in post that a plan's places make, in one year."""
    t, here = p.years.index(year), place_index(p.baseline, place)
    ways = [run.in_post.sum(axis=(-2, -1))[..., t, here].sum(axis=-1) for run in (p, without)]
    change = ways[0] - ways[1]
    return Passport(
        label=f"People in post with this plan's places, less those without, March {year}",
        value=float(change[0]),
        unit="people",
        formula="In post with the plan - in post with the same plan and places as things stand",
        terms=(
            Term(label="With the plan's places", value=float(ways[0][0]), unit="people"),
            Term(label="Without, taken off", value=-float(ways[1][0]), unit="people"),
        ),
        combine=added,
        rests_on=tuple(
            name for name in PLACES if getattr(of(p), name) != getattr(of(without), name)
        ),
        bias="Likely nearer the truth than either number alone, because what both have wrong "
        "cancels. How many leave a post to train has no source.",
        code=f"{code.PROJECT}from ppn_scenarios.analysis.expansion import expansion\n\n"
        f"{code.plan(p)}"
        f"without = project(baseline(), {code.written(of(without))})\n"
        f'found = expansion(plan, without, "{place}")\n'
        f"print(found.everyone[0, found.years.index({year})])\n",
        low=float(change.min()),
        high=float(change.max()),
    )
