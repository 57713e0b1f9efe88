"""What the explorer must not be used for: shown first, and written first in the documents."""

from typing import Final

LIMITS: Final = (
    "It works out what follows from assumptions. It is no forecast, and a gap is no target.",
    "It cannot show that leadership posts improve staffing, access or outcomes. Their effects are "
    "off; switched on, they are the reader's hypothesis.",
    "Nobody has counted how many organisations have such a leader.",
    "Staff records cover direct NHS employees. Much Talking Therapies, charity, independent and "
    "school provision is missing or coded elsewhere, and past growth may be partly recoding.",
    "Employer is not place: trusts cross ICS borders, and every figure by ICS rests on two open "
    "proxies that disagree.",
    "Plans count in different units: people, FTE, posts, or posts above an unstated start. Where "
    "we compare across them, read it as a pointer.",
    "No waiting times, outcomes, quality, case-mix, pay response, private market, or housing.",
    "In a small area chance alone can move numbers by more than any lever. No trust, area or "
    "person is ranked.",
    "Structures change: boards merge and plans are withdrawn. Targets say what standing they have.",
    "Most inputs are placeholders or borrowed.",
)

ROLES: Final = {
    "Owner": "the PPN Scenarios contributors",
    "Analyst": "the PPN Scenarios contributors",
    "Assurer": "nobody yet",
    "Approver": "nobody yet",
}
