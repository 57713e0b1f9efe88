"""Who could measure what nobody has published, and how: said of placeholders, by their group."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MEASURING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Leadership posts": "Trusts and ICSs could be asked once a year whether the post exists, "
        "when it was made, who holds it and how long it stood empty. The Psychological Professions "
        "Network or NHS England could ask all of them, or a freedom of information request could.",
        "Leadership today": "One question to every trust and ICS would settle it: is a chief "
        "psychological professions officer, or a senior psychological lead, in post today? The "
        "Psychological Professions Network or NHS England could ask it.",
        "Training": "Course providers and NHS England could follow each year's starters to their "
        "first post: places filled, who leaves and when, who was NHS staff before, and who looks "
        "for an NHS post.",
        "Staff leaving and joining": "NHS England could count joiners, leavers, retirements and "
        "promotions of these professions, by family and year, in the Electronic Staff Record.",
        "Funded posts": "Trusts could report funded and vacant posts of these professions apart "
        "from other staff.",
        "Need": "Commissioners and NHS England could publish referrals, people treated and "
        "sessions of each service apart, by profession, year by year.",
        "Does leadership change staffing?": "A study with a comparison group could follow trusts "
        "before and after the post is filled, as the studies of retention programmes did.",
        "Costs not counted": "Trusts could report agency and bank cover of vacant posts of these "
        "professions, and what it costs them to recruit and induct a new member of staff.",
        "When the plan starts": "It is a setting and needs no measurement.",
    }
)
