"""The model of England written a second time, for PySD, and run from the same opening position.

`leadership.mdl` and `staffing.mdl` state equations E1-E19 and the order of work within a year (1.3,
1.4, 2.1) as stocks and flows in the language of Vensim. They were written from the
specification, not from the engine: nothing here imports `ppn_scenarios.model` except the opening
position, which is data. README.md lists what was followed where the specification is silent.

A system-dynamics model has one clock, and the specification has two: months for leadership, years
for staffing. So each clock has a model, and PySD steps them in turn, year by year, as the
specification orders: staffing says who could lead; trusts live twelve months; a second copy of the
same model lives them for ICSs with whom trusts left; staffing lives the year with both means. Only
the pool and the mean occupied posts pass between them, and no equation is worked out here.

Runs are a subscript of the models, so that one pass of PySD, which spends its time on each step and
hardly on the size of an array, works them all out. No equation sums over runs.

The models hold no numbers but those of the clock and those that an equation names: each constant
in them is a 1 that `values` replaces at run time, so that none is rounded when PySD prints the
model as Python.
"""

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario
from ppn_scenarios.model import Baseline

with warnings.catch_warnings():
    # PySD imports a name from chardet in a way that chardet has deprecated.
    warnings.filterwarnings("ignore", "chardet", DeprecationWarning)
    import pysd  # type: ignore[import-untyped]
    import xarray as xr
    from pysd.py_backend.output import ModelOutput  # type: ignore[import-untyped]

Numbers = NDArray[np.float64]
Given = dict[str, float | Numbers]

MONTHS = 12
CLOCK = {"TIME STEP", "INITIAL TIME", "FINAL TIME", "SAVEPER", "months in a year", "month"}
STRUCTURE = {"years to go", "age number", "cohort number"}  # names of members as numbers
PASSED = {"pool", "occupied", "systems occupied"}  # between the models, each year
OF_POSTS = {name for name in ASSUMPTIONS if "_base" in name} | {"boards"}  # see `of_trusts`
SERVICES = 2  # of a workload
PROFESSION = "profession"  # the subscript of which runs may have fewer members than others
DIVISORS = {"clinical focus"}  # constants that an equation divides by
FIGURES = (
    *("ltwp_extra_low", "ltwp_extra_high", "ltwp_growth"),
    *("esr_fte_2023", "esr_growth_2019_23"),
)
DATES = {
    "plan_start",
    "plan_ramp",
    "mandate",
    "mandate_year",
    "funding",
}  # choices that build up to nothing
STAFFING = {
    "in_post": "in post",
    "trainees": "trainees",
    "unplaced": "unplaced",
    "recent_leavers": "recent leavers",
    "fte": "fte",
    "clinical_fte": "clinical fte",
    "establishment": "establishment",
    "pool": "pool",
    "dose": "dose",
    "needed": "needed",
    "people_seen": "people seen",
    "pay_cost": "pay cost",
    "training_cost": "training cost",
    "leadership_cost": "leadership cost",
    "agency_cost": "agency cost",
    "replacement_cost": "replacement cost",
}
TRUSTS = {
    "posts": "posts",
    "led": "led",
    "interim_posts": "interim posts",
    "led_supported": "led supported",
    "led_executive": "led executive",
}
SYSTEMS = {
    "system_posts": "posts",
    "systems_led": "led",
    "interim_system_posts": "interim posts",
}
SERIES = (*STAFFING, *TRUSTS, *SYSTEMS)


def values(baseline: Baseline, scenario: Scenario) -> Given:
    """Return the constants of both models by their names there: the data, then the levers."""
    inputs = baseline.inputs
    data: Given = {
        "opening year": float(baseline.year),
        "leadership year": float(baseline.leadership_year),
        "opening fte of england": baseline.fte,
        "area share": baseline.share,
        "trusts in area": baseline.trusts.sum(axis=1),
        "staff share": inputs.stock_share,
        "is psychology": (inputs.family == 0).astype(float),
        "is therapy": (inputs.family == 1).astype(float),
        "is practice": (inputs.family == 2).astype(float),
        "own course": np.nan_to_num(inputs.course_years),
        "places within": inputs.places_within,
        "grade share": inputs.grade_share,
        "opening trainees of england": inputs.opening_trainees,
        "opening unplaced of england": inputs.opening_unplaced,
        "opening recent leavers of england": inputs.opening_recent_leavers,
        "leaving relative": inputs.leaving_relative,
        "retirement relative": inputs.retirement_relative,
        "promotion to senior relative": inputs.promotion_relative[:, 0],
        "promotion to consultant relative": inputs.promotion_relative[:, 1],
        "external share": inputs.external_share,
        "other places share": inputs.other_places_share,
        "entry grade": inputs.entry_grade,
        "unplaced reapply": inputs.unplaced_reapply,
        "unplaced fade": inputs.unplaced_fade,
        "recent leaver fade": inputs.recent_leaver_fade,
        "leavers entering pool": inputs.leavers_entering_pool,
        "lead eligible": inputs.lead_eligible,
        "lead from": inputs.lead_from,
        "pay of grade": inputs.pay_cost,
        "cost of training": inputs.training_cost,
        "ics post cost": inputs.ics_post_cost,
        "cases": inputs.cases,
        "over establishment": inputs.over_establishment,
        "real pay growth": inputs.real_pay_growth,
        "population": baseline.population,
        "staff by age": baseline.ages.staff,
        "joiners by age": baseline.ages.joiners,
        "retiring at age": baseline.ages.retiring,
        "leaving at age": baseline.ages.leaving,
        **{name.replace("_", " "): baseline.published[name] for name in FIGURES},
        **of_work(baseline),
    }
    for name, lever in ASSUMPTIONS.items():
        if name in OF_POSTS:
            continue
        data[name.replace("_", " ")] = getattr(scenario, name)
        if lever.kind == "choice" and name not in DATES and not lever.date_of:
            data[f"{name} default".replace("_", " ")] = lever.default
    del data["growth cp capt default"]  # an equation says how it builds up
    return data


def of_work(baseline: Baseline) -> Given:
    """Return the workload: what is not there of so many services is a service that does nothing.

    The work of a family is shared out among its professions as its staff are.
    """
    assert baseline.work is not None
    work, inputs = baseline.work, baseline.inputs
    activity = np.array([work.activity[code] for code in baseline.areas])
    idle = SERVICES - activity.shape[-1]
    shares = np.pad(work.work_share, ((0, idle), (0, 0)), mode="edge")
    return {
        "activity": np.pad(activity, ((0, 0), (0, idle))),
        "minutes": np.pad(work.minutes, (0, idle)),
        "work share": shares[:, inputs.family] * inputs.within,
        "available minutes": work.available,
        "clinical focus": work.clinical_focus[inputs.family],
        "allowances": work.allowances,
    }


def of_trusts(baseline: Baseline, scenario: Scenario) -> Given:
    """Return what leadership.mdl is given for trusts alone."""
    base = [getattr(scenario, f"cppo_base_{kind}") for kind in baseline.trust_types]
    return {"organisations": baseline.trusts, "base": np.array(base)}


def of_systems(baseline: Baseline, scenario: Scenario) -> Given:
    """Return what leadership.mdl is given for ICSs alone: one kind of organisation.

    It is the boards after mergers, where a scenario counts leads in those.
    """
    wanted = {42: baseline.systems, **baseline.boards}[int(scenario.boards)]
    return {"organisations": wanted[:, None], "base": np.array([scenario.ics_base])}


@dataclass(frozen=True)
class Run:
    """What one run is given: an opening position, a scenario, and perhaps a constant to change."""

    baseline: Baseline
    scenario: Scenario
    lowered: str = ""  # a constant of the models

    def changed(self, given: Given) -> Given:
        """Return constants with the one to be lowered less by a millionth, or by 1e-6 near zero.

        Of several members each is lowered by a little more than the one before, up to twice that:
        where only their proportions count, a change of all alike would rightly go unnoticed.
        """
        if not self.lowered or self.lowered not in given:
            return given
        value = np.asarray(given[self.lowered], dtype=np.float64)
        by = np.linspace(1e-6, 2e-6, value.size).reshape(value.shape) if value.ndim else 1e-6
        return {**given, self.lowered: value - by * np.maximum(np.abs(value), 1)}


class Part:
    """One model file, translated by PySD in a folder that it may write in."""

    def __init__(self, file: str, members: Mapping[str, int], folder: Path) -> None:
        """Write the model with so many members of each subscript, and translate it (seconds)."""
        text = Path(__file__).with_name(file).read_text(encoding="utf-8")
        for name, number in members.items():
            names = ", ".join(f"{name} {n + 1}" for n in range(number))
            text = re.sub(rf"^{name}: \(.*?\)", f"{name}: {names}", text, flags=re.MULTILINE)
        folder.mkdir()
        (folder / file).write_text(text, encoding="utf-8")
        self.model: Any = pysd.read_vensim(folder / file, initialize=False)
        doc = self.model.doc
        self.subscripts = dict(zip(doc["Real Name"], doc["Subscripts"], strict=True))
        constants = set(doc[doc["Type"] == "Constant"]["Real Name"])
        self.constants = constants - CLOCK - STRUCTURE
        self.passed = sorted(self.constants & PASSED)

    def padded(self, name: str, value: float | Numbers) -> Numbers:
        """Return a constant with professions that are not there: nobody is in them."""
        found, dims = np.asarray(value, dtype=np.float64), self.subscripts[name][1:]
        missing = [
            len(self.model.subscripts[dim]) - size if dim == PROFESSION else 0
            for dim, size in zip(dims, found.shape, strict=True)
        ]
        empty = 1.0 if name in DIVISORS else 0.0
        return np.pad(found, [(0, n) for n in missing], constant_values=empty) if dims else found

    def shaped(self, name: str, value: Numbers) -> xr.DataArray:
        """Return numbers with the subscripts that the model gives to a constant."""
        dims = self.subscripts[name]
        return xr.DataArray(value, {dim: self.model.subscripts[dim] for dim in dims}, dims)

    def start(self, given: Sequence[Given], passed: Mapping[str, Numbers]) -> None:
        """Put the model at the opening position of each run."""
        stacked = {
            name: np.stack([self.padded(name, one[name]) for one in given])
            for name in sorted(self.constants - PASSED)
        }
        params = {name: self.shaped(name, value) for name, value in {**stacked, **passed}.items()}
        self.model.set_stepper(
            ModelOutput(),
            params=params,
            step_vars=[self.model.namespace[name] for name in self.passed],
            return_columns=["year"],
            return_timestamps=[],
        )

    def step(self, steps: int, passed: Mapping[str, Numbers]) -> None:
        """Live so many steps with what the other model passed."""
        self.model.step(steps, {name: self.shaped(name, passed[name]) for name in self.passed})

    def now(self, name: str) -> Numbers:
        """Return a variable as it is now."""
        return np.array(self.model[name], dtype=np.float64)


class StockFlow:
    """Both models, for so many runs of so many areas, and up to so many professions."""

    def __init__(self, runs: int, areas: int, kinds: int, professions: int, folder: Path) -> None:
        """Translate the models in a folder (some seconds)."""
        members = {"run": runs, "area": areas}
        people = members | {"profession": professions}
        self.staffing = Part("staffing.mdl", people, folder / "staffing")
        self.trusts = Part("leadership.mdl", members | {"kind": kinds}, folder / "trusts")
        self.systems = Part("leadership.mdl", members | {"kind": 1}, folder / "systems")

    def run(self, runs: Sequence[Run]) -> list[dict[str, Numbers]]:
        """Return, for each run, each series by the engine's name for it: (years, areas, ...).

        Subscripts must be the same wherever two arrays meet: xarray's default would drop members
        that differ, and is slower.
        """
        with xr.set_options(arithmetic_join="exact"):
            return self.lived(runs)

    def lived(self, runs: Sequence[Run]) -> list[dict[str, Numbers]]:
        """Step the models in turn, year by year."""
        (years,) = {run.baseline.until - run.baseline.year for run in runs}
        shared = [values(run.baseline, run.scenario) for run in runs]
        for part, of in ((self.trusts, of_trusts), (self.systems, of_systems)):
            own = [of(run.baseline, run.scenario) for run in runs]
            part.start(
                [run.changed(a | b) for run, a, b in zip(runs, shared, own, strict=True)],
                {"pool": np.zeros((len(runs), len(runs[0].baseline.areas)))},
            )
        self.staffing.start(
            [run.changed(one) for run, one in zip(runs, shared, strict=True)], self.occupied()
        )
        seen = [self.seen()]
        for _ in range(years):
            self.trusts.step(MONTHS, {"pool": self.staffing.now("pool")})
            self.systems.step(MONTHS, {"pool": self.trusts.now("pool left")})
            self.staffing.step(1, self.occupied())
            seen.append(self.seen())
        return [
            {name: self.of_run(name, run, [at[name][n] for at in seen]) for name in SERIES}
            for n, run in enumerate(runs)
        ]

    def of_run(self, name: str, run: Run, by_year: list[Numbers]) -> Numbers:
        """Return a series of one run, of the professions that it has."""
        series = np.stack(by_year)
        dims = self.staffing.subscripts[STAFFING[name]] if name in STAFFING else ()
        if PROFESSION not in dims:
            return series
        professions = np.arange(len(run.baseline.inputs.names))
        return series.take(professions, axis=dims.index(PROFESSION))

    def occupied(self) -> dict[str, Numbers]:
        """Return the mean occupied posts of the year that leadership has lived."""
        return {
            "occupied": self.trusts.now("occupied"),
            "systems occupied": self.systems.now("occupied"),
        }

    def seen(self) -> dict[str, Numbers]:
        """Return every series as it is now: (runs, areas, ...)."""
        return (
            {name: self.staffing.now(words) for name, words in STAFFING.items()}
            | {name: self.trusts.now(words) for name, words in TRUSTS.items()}
            | {name: self.systems.now(words)[..., 0] for name, words in SYSTEMS.items()}
        )
