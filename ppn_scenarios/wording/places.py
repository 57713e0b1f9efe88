"""The places a reader can choose: England, 7 regions and 42 ICSs."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from ppn_scenarios.analysis import ENGLAND
from ppn_scenarios.analysis.leaders import ICS
from ppn_scenarios.tables import queries

TAKE_THE: Final = frozenset(
    {  # every region but London, and the two ICSs that are part of the country by another name
        *("Y58", "Y59", "Y60", "Y61", "Y62", "Y63"),
        *("QHM", "QUA"),  # North East and North Cumbria, Black Country
    }
)
LEVELS: Final = {"england": "England", "region": "Region", "ics": "ICS"}


@dataclass(frozen=True)
class Place:
    """A place by its code, with the names that people use."""

    code: str
    name: str  # as it stands in a list or a table, an ICS in short
    level: str
    option: str  # as it stands in the list to choose from
    full: str  # as its own people write it

    @property
    def said(self) -> str:
        """The name in full as it is said within a sentence, with its article if it takes one."""
        return f"the {self.full}" if self.code in TAKE_THE else self.full

    @property
    def opening(self) -> str:
        """The name as it begins a sentence."""
        return self.said[0].upper() + self.said[1:]


@cache
def places() -> MappingProxyType[str, Place]:
    """Return every place by code: England, then each region with its ICSs after it."""
    found = [Place(ENGLAND, "England", "england", "England", "England")]
    systems = queries.systems().sort_values("short_name")
    for region in queries.regions().sort_values("name").to_dict("records"):
        name = region["name"]
        found.append(Place(region["region_code"], name, "region", f"{name} (region)", name))
        found += [
            Place(
                code=s["ics_code"],
                name=s["short_name"],
                level="ics",
                option=f"{s['short_name']} (ICS, {name})",
                full=s["name"],
            )
            for s in systems[systems["region_code"] == region["region_code"]].to_dict("records")
        ]
    return MappingProxyType({place.code: place for place in found})


@cache
def organisations() -> MappingProxyType[str, str]:
    """Return what each kind of organisation is called: the trust types and "ics"."""
    rows = queries.trust_types()[["trust_type", "label"]].itertuples(index=False)
    return MappingProxyType({kind: f"{label} trusts" for kind, label in rows} | {ICS: "ICSs"})
