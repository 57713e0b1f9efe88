"""Named scenarios to start from."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .scenario import Scenario


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A named set of choices; beliefs stay as the reader has them."""

    label: str
    meaning: str
    scenario: Scenario


TRAIN = {"growth_cp_capt": 0.26, "places_other": 6000.0}
KEEP = {"retention": 0.05}
MANDATE = {"mandate": 1.0, "mandate_year": 2028.0}

PRESETS: Final[dict[str, Preset]] = {
    "as_things_stand": Preset(
        label="As things stand",
        meaning="Places, posts and leaving as now; leadership posts encouraged as now.",
        scenario=Scenario(),
    ),
    "encourage": Preset(
        label="Encourage leadership",
        meaning="Leadership posts spread at the fastest pace seen for a like role.",
        scenario=Scenario(encouragement=1.2),
    ),
    "mandate": Preset(
        label="Require leadership",
        meaning="Every trust and ICS must have the post from 1 April 2028.",
        scenario=Scenario(**MANDATE),
    ),
    "train_more": Preset(
        label="Train more",
        meaning="Psychology places grow by 26% by 2031, as the 2023 plan said; 1,000 more "
        "therapist and practitioner places a year. Funded posts grow as now.",
        scenario=Scenario(**TRAIN),
    ),
    "keep_more": Preset(
        label="Keep more",
        meaning="Leaving falls by 5%, about what a national retention programme did for nurses.",
        scenario=Scenario(**KEEP),
    ),
    "together": Preset(
        label="Leadership and growth together",
        meaning="The post required from 2028, more training and fewer leavers, all at once.",
        scenario=Scenario(**MANDATE, **TRAIN, **KEEP),
    ),
}


def with_preset(scenario: Scenario, preset: Preset) -> Scenario:
    """Return a scenario with a preset's choices, and its beliefs as they were."""
    beliefs = scenario.beliefs_only().changes()
    return Scenario(**(preset.scenario.changes() | beliefs))


@lru_cache(maxsize=256)
def preset_of(scenario: Scenario) -> str | None:
    """Return the name of the preset whose choices a scenario makes, or None."""
    changes = scenario.changes()
    beliefs = scenario.beliefs_only().changes()
    names = (n for n, p in PRESETS.items() if p.scenario.changes() | beliefs == changes)
    return next(names, None)
