"""What the page says is what the code says, and what the data files say without the code."""

import csv
import re
from collections import Counter, defaultdict
from typing import Any

import pytest

from ppn_scenarios import Scenario, against_targets, baseline, project

from .reader import HOME, ROOT, arrive, cards, finding, opened, table, text

SCENARIOS: dict[str, dict[str, float]] = {
    "as things stand": {},
    "a mandate": {"mandate": 1, "mandate_year": 2028},
    "all at once": {"mandate": 1, "retention": 0.05, "places_other": 6000, "uptake_ther": 0.9},
}


def rows(name: str) -> list[dict[str, str]]:
    """A data file, read by Python alone."""
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def numbers(text: str, pattern: str) -> list[float]:
    """The numbers that a pattern finds in a text, as numbers."""
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in: {text}"
    return [float(group.replace(",", "")) for group in found.groups()]


def front_door(changes: dict[str, float], place: str = "england") -> dict[str, dict[str, Any]]:
    """The answer to each target, by its id, as the front door of the package gives it."""
    found = against_targets(project(baseline(), Scenario(**changes)), place)
    return {row["id"]: {str(k): v for k, v in row.items()} for row in found.to_dict("records")}


@pytest.mark.parametrize("place", ["england", "Y56", "QWU", "QF7"])
@pytest.mark.parametrize("changes", SCENARIOS.values(), ids=list(SCENARIOS))
def test_the_headline_is_what_the_front_door_gives(changes, place):
    asked = front_door(changes, place)
    app = arrive(HOME, place=place, **changes)
    said = finding(app)

    step = 100 if place == "england" else 10
    if place == "england":
        assert numbers(said, r"has \*\*([\d,]+) full-time") == pytest.approx(
            [asked["T4A"]["value"]], abs=step / 2
        )
    else:
        ends = re.search(r"estimated \*\*([\d,]+)(?: to ([\d,]+))? full-time", said)
        assert ends
        low, high = asked["T4A"]["low"], asked["T4A"]["high"]
        assert float(ends[1].replace(",", "")) == pytest.approx(low, abs=step)
        assert float((ends[2] or ends[1]).replace(",", "")) == pytest.approx(high, abs=step)
    least = min(asked[reading]["share_low"] for reading in ("T4A", "T4B", "T4C"))
    most = max(asked[reading]["share_high"] for reading in ("T4A", "T4B", "T4C"))
    assert numbers(said, r"That is (\d+)% to (\d+)% of what") == pytest.approx(
        [100 * least, 100 * most], abs=0.5
    )
    trusts = 100 * asked["T1"]["value"]
    assert numbers(said, r"\*\*(\d+)% of trusts\*\*") == pytest.approx([trusts], abs=0.5)
    shown = cards(app)
    assert shown["Trusts with a leader in post, March 2037"] == f"{trusts:.0f}%"
    systems = 100 * asked["T2"]["value"]
    assert shown["ICSs with a lead in post, March 2037"] == f"{systems:.0f}%"


def test_every_projected_target_on_the_page_is_what_the_front_door_gives():
    asked = front_door({"retention": 0.05}).values()
    shown = {
        row[0]: row for row in table(opened("targets", retention=0.05), "Targets that the model")
    }
    projected = [target for target in asked if target["projected"]]
    assert len(shown) == len(projected) + 1  # the heading
    for target in projected:
        cells = shown[target["target"]]
        (said,) = numbers(cells[3], r"^([\d,]+)")
        scale, step = (100, 1) if target["unit"] == "share" else (1, 100)
        assert said == pytest.approx(scale * target["value"], abs=step / 2), target["target"]


def test_the_readings_of_the_plan_are_the_published_figures_times_the_stated_arithmetic():
    figure = {row["figure_id"]: float(row["value"]) for row in rows("policy_figure")}
    extra = (figure["ltwp_extra_low"] + figure["ltwp_extra_high"]) / 2
    start = 27_800 / 1.51**0.25
    assert [extra / 1.57 + extra, start + extra, start * 2.57] == pytest.approx(
        [40_924, 50_078, 64_451], abs=1
    )
    said = table(arrive(), "The 2023 plan can be read")
    assert [row[1] for row in said[1:]] == ["40,900", "50,100", "64,500"]


def test_england_opens_with_the_published_staff():
    published = {row["year"]: float(row["fte"]) for row in rows("workforce_history")}
    assert published == {"2019": 18_411, "2023": 27_800}
    said = table(arrive(HOME, show="table"), "Staff in England")
    assert ["2023", "27,800", "27,800"] in said


def opening_staff() -> dict[str, tuple[float, float, float]]:
    """Low, middle and high of each system's staff in 2023, from the two proxies in the file."""
    keys = rows("ics_fte_estimate")
    first = {row["ics_code"]: float(row["share_talking_therapies"]) for row in keys}
    second = {row["ics_code"]: float(row["share_mental_health_trust"]) for row in keys}
    whole = [sum(first.values()), sum(second.values())]
    found = {}
    for code in first:
        each = [27_800 * first[code] / whole[0], 27_800 * second[code] / whole[1]]
        found[code] = (min(each), sum(each) / 2, max(each))
    return found


def test_systems_add_up_to_regions_and_to_england():
    region_of = {row["ics_code"]: row["region_code"] for row in rows("ics")}
    by_region: dict[str, float] = defaultdict(float)
    for code, (_, middle, _) in opening_staff().items():
        by_region[region_of[code]] += middle
    assert (len(region_of), len(by_region)) == (42, 7)
    assert sum(by_region.values()) == pytest.approx(27_800)
    plan = project(baseline(), Scenario())
    of_system = dict(zip(plan.baseline.areas, plan.fte[0, 0].sum(axis=-1), strict=True))
    assert of_system == pytest.approx({k: v[1] for k, v in opening_staff().items()})
    for code, staff in by_region.items():
        mine = sum(of_system[a] for a in of_system if region_of[a] == code)
        assert mine == pytest.approx(staff)
        low, high = numbers_of_opening(code)
        assert low - 5 <= staff <= high + 5


def numbers_of_opening(place: str) -> tuple[float, float]:
    """The range that the page gives for a place's staff in 2023."""
    said = dict(row[:2] for row in table(arrive(HOME, place=place, show="table"), "Staff in"))
    ends = [float(end.replace(",", "")) for end in said["2023"].split(" to ")]
    return ends[0], ends[-1]


@pytest.mark.parametrize("code", [row["ics_code"] for row in rows("ics")][::6])
def test_a_system_opens_with_the_range_of_the_two_proxies(code):
    low, _, high = opening_staff()[code]
    assert numbers_of_opening(code) == pytest.approx((low, high), abs=10)


TYPES = {
    "Mental health trusts": ("mental_health", 0.80),
    "Acute trusts": ("acute", 0.25),
    "Acute specialist trusts": ("acute_specialist", 0.25),
    "Community trusts": ("community", 0.25),
    "Ambulance trusts": ("ambulance", 0.05),
}


def test_organisations_and_their_opening_leaders_are_those_of_the_files():
    trusts = Counter(row["trust_type"] for row in rows("trust"))
    assert sum(trusts.values()) == 205
    app = arrive()
    said = {row[0]: row[1:3] for row in table(app, "Leadership in England by type")[1:]}
    expected = {
        label: [str(trusts[kind]), f"{share:.0%}"] for label, (kind, share) in TYPES.items()
    }
    assert said == expected | {"ICSs": ["42", "15%"]}
    led = sum(share * trusts[kind] for kind, share in TYPES.values())
    assert f"Assumed in 2026: {100 * led / 205:.0f}%" in text(app)
    assert "Assumed in 2026: 15%" in text(app)


def test_a_places_trusts_are_those_of_its_own_rows():
    trusts = Counter(row["trust_type"] for row in rows("trust") if row["ics_code"] == "QWU")
    assert trusts
    said = table(arrive(HOME, place="QWU"), "Leadership in ")[1:]
    shown = {TYPES[row[0]][0]: int(row[1]) for row in said if row[0] in TYPES}
    assert shown == dict(trusts)
