"""Staffing written the way a notebook would: a pandas frame, one row at a time (E1-E9).

Only staffing, for as few areas as asked, with effects of leadership off and nobody moving between
areas. It is checked against the model before it is timed, so that both do the same work.
"""

import math

import numpy as np
import pandas as pd

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.model import Baseline
from ppn_scenarios.model.baseline import FAMILIES, GRADES, LONGEST_COURSE, Array
from ppn_scenarios.model.rates import rates_for

TRAINEES = [f"trainees_{j}" for j in range(LONGEST_COURSE)]
Row = dict[str, float]


def opening_rows(baseline: Baseline, scenario: Scenario) -> pd.DataFrame:
    """Return one row for each area and family."""
    inputs, rows = baseline.inputs, []
    for area, share in enumerate(baseline.share):
        for f in range(len(FAMILIES)):
            heads = baseline.fte / scenario.participation * share * inputs.stock_share[f]
            row = {"area": float(area), "family": float(f), "share": float(share)}
            row |= {g: heads * inputs.grade_share[f, i] for i, g in enumerate(GRADES)}
            row |= {k: share * inputs.opening_trainees[f, j] for j, k in enumerate(TRAINEES)}
            row["unplaced"] = share * inputs.opening_unplaced[f]
            row["away"] = share * inputs.opening_recent_leavers[f]
            fte = baseline.fte * share * inputs.stock_share[f]
            row["posts"] = fte / (1 - scenario.vacancy0)
            rows.append(row)
    return pd.DataFrame(rows)


def staff_in(baseline: Baseline, scenario: Scenario) -> Array:
    """Return people in post at the end (A, P, G), reckoned row by row and year by year."""
    years = np.array(baseline.years[1:])
    rates, inputs = rates_for(scenario, baseline, years), baseline.inputs
    frame = opening_rows(baseline, scenario)
    for t in range(len(years)):
        r = rates.at(t)
        leaving, retiring = r.leaving[0], r.retiring[0]
        frame["posts"] *= 1 + float(r.post_growth[0])
        starts, asked = [], dict.fromkeys(range(len(baseline.areas)), 0.0)
        for _, row in frame.iterrows():
            f = int(row["family"])
            starts.append(r.places[0, f] * r.fill[0, f] * row["share"])
            asked[int(row["area"])] += starts[-1] * r.career[0, f]
        rows: list[Row] = []
        for (_, row), begun in zip(frame.iterrows(), starts, strict=True):
            f = int(row["family"])
            staying, left = [], 0.0
            for g, grade in enumerate(GRADES):
                hazard = leaving[f, g] + retiring[f, g]
                gone = row[grade] * (1 - math.exp(-hazard))
                left += gone * leaving[f, g] / hazard if hazard else 0.0
                staying.append(row[grade] - gone)
            if f == FAMILIES.index("practitioners"):
                staying[0] -= min(asked[int(row["area"])], 0.9 * staying[0])
            up = [staying[g] * r.promotion[0, f, g] for g in range(2)]
            staying = [staying[0] - up[0], staying[1] + up[0] - up[1], staying[2] + up[1]]
            new = row[TRAINEES[0]] * (1 - r.noncompletion[0, f]) * r.uptake[0, f]
            again = row["unplaced"] * inputs.unplaced_reapply
            back = row["away"] * r.returning.item()
            outside = r.external[0, f] * row["share"]
            wanted = new + again + back + outside
            most = row["posts"] * (1 + inputs.over_establishment) / scenario.participation
            room = max(most - sum(staying), 0) if scenario.cap_mode else math.inf
            chance = min(1, room / max(wanted, 1e-12))
            after: Row = {k: row[k] for k in ("area", "family", "share", "posts")}
            for g, grade in enumerate(GRADES):
                hired = (back + outside) * chance * inputs.entry_grade[g]
                hired += (new + again) * chance if g == 0 else 0.0
                hazard = leaving[f, g] + retiring[f, g]
                gone = hired * (1 - math.exp(-hazard / 2))
                left += gone * leaving[f, g] / hazard if hazard else 0.0
                after[grade] = staying[g] + hired - gone
            for j, name in enumerate(TRAINEES):
                later = row[TRAINEES[j + 1]] if j + 1 < LONGEST_COURSE else 0.0
                after[name] = later * (1 - r.noncompletion[0, f]) + begun * r.course[0, f, j]
            waiting = row["unplaced"] - again * chance
            after["unplaced"] = waiting * (1 - inputs.unplaced_fade) + new * (1 - chance)
            away = row["away"] - back * chance
            after["away"] = away * (1 - inputs.recent_leaver_fade)
            after["away"] += left * inputs.leavers_entering_pool
            rows.append(after)
        frame = pd.DataFrame(rows)
    people: Array = frame[list(GRADES)].to_numpy()
    return people.reshape(len(baseline.areas), len(FAMILIES), len(GRADES))
