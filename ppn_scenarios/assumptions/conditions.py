"""Levers that count only while a switch is on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NEEDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mandate_year": "mandate",
        "h_mandate": "mandate",
        "h_funded": "funding",
        "ceiling_funded": "funding",
        "supervision_ratio": "supervision_cap",
        "eps_ret": "effects_on",
        "eps_rec": "effects_on",
        "eps_train": "effects_on",
        "eps_prod": "effects_on",
        "tau_dose": "effects_on",
    }
)
