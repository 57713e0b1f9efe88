"""Passports of the pipeline: who is in training, who waits for a post, what more places do."""

from ppn_scenarios.analysis.expansion import PLACES
from ppn_scenarios.analysis.pipeline import Training, training
from ppn_scenarios.analysis.places import place_index
from ppn_scenarios.model import Projection
from ppn_scenarios.model.baseline import FAMILIES, Array

from . import code
from .making import added, of
from .passport import Passport, Term


def plan_of(p: Projection) -> str:
    """Return the line of code that projects the same plan."""
    split = "by_profession=True" if len(p.baseline.inputs.names) > len(FAMILIES) else ""
    return f"plan = project(baseline({split}), {code.written(of(p))})\n"


def of_training(p: Projection, place: str, year: int) -> list[Passport]:
    """Return the passports of who is in training and of who waits for a post, at a year's end."""
    found = training(p, place, year)
    made = []
    for name, (label, formula, terms) in how_trained(found).items():
        values = getattr(found, name).sum(axis=-1)
        made.append(
            Passport(
                label=f"{label} March {year}",
                value=float(values[0]),
                unit="people",
                formula=formula,
                terms=tuple(
                    Term(label=words, value=float(v[0].sum()), unit="people")
                    for words, v in terms.items()
                ),
                combine=added,
                inputs=("opening_trainees", "other_places_share", "unplaced_reapply"),
                bias="Not known: losses on the way and take-up of posts rest on one course or on "
                "nothing, but for clinical psychology.",
                code=f"{code.PROJECT}from ppn_scenarios.analysis.pipeline import training\n\n"
                f"{plan_of(p)}"
                f'print(training(plan, "{place}", {year}).{name}[0].sum())\n',
                low=float(values.min()),
                high=float(values.max()),
            )
        )
    return made


def how_trained(found: Training) -> dict[str, tuple[str, str, dict[str, Array]]]:
    """Return how each number of the pipeline is made: label, formula and terms to add."""
    last_year = found.to_go[..., 0]
    return {
        "closing": (
            "In training,",
            "In training a year before + started - qualified - left their course (E1-E3)",
            {
                "In training a year before": found.opening,
                "Started": found.started,
                "Qualified, taken off": -found.qualified,
                "Left their course, taken off": -found.lost,
            },
        ),
        "qualified": (
            "Qualified in the year to",
            "Those with a year to go, less those of them who leave their course (E3)",
            {
                "With a year to go": last_year,
                "Left in that year, taken off": found.qualified - last_year,
            },
        ),
        "waiting": (
            "Qualified and without a post,",
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
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f"without = project(baseline(), {code.written(of(without))})\n"
        f'found = expansion(plan, without, "{place}")\n'
        f"print(found.everyone[0, found.years.index({year})])\n",
        low=float(change.min()),
        high=float(change.max()),
    )
