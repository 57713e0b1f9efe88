"""Levers about how many organisations have a leader now: nobody has counted."""

from dataclasses import dataclass
from typing import Any

from .assumption import assume
from .lesson import Lesson

GROUP = "Leadership today"
UNCOUNTED = (
    "Nobody has published a count. This is a placeholder: ask your trusts and enter what you know."
)


def share_today(label: str, default: float, lesson: Lesson, meaning: str = "") -> Any:
    """Declare a starting share of organisations with a permanent leader in post."""
    return assume(
        label=label,
        meaning=meaning
        or "Share of these trusts with a permanent chief psychological professions officer, or "
        "equivalent, in post on 31 March 2026.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="share",
        default=default,
        low=0.0,
        high=1.0,
        step=0.01,
        distribution="beta",
        source_id="placeholder",
        status="none",
        evidence=UNCOUNTED,
        lesson=lesson,
    )


@dataclass(frozen=True, kw_only=True)
class LeadershipToday:
    """How many organisations have a leader now, by type of trust (E14)."""

    cppo_base_mental_health: float = share_today(
        "Mental health trusts with a leader",
        0.80,
        lesson=Lesson(
            example="Of 50 mental health trusts, 80% with a leader is 40. If the truth is 60%, ten "
            "leaders who are shown do not exist.",
            message="NHS England's guidance of 2024 speaks to such officers in mental health "
            "trusts, so some exist. How many is unknown: the number here is a placeholder.",
            acts="It sets where the line starts in March 2026. By 2037 the pace of new posts has "
            "made much of the difference up.",
            who="Anyone can ask trusts. A request about chiefs of the allied health professions "
            "had answers from 160 of 217 organisations (BMJ Leader, 2024).",
            cost="Asking costs little. Acting on a wrong number may cost more.",
            equity="Trusts that do not answer may be those without a leader, so a count of answers "
            "alone would look too good.",
            in_the_model="Trusts of this type times this share have a permanent leader at the "
            "start (E14). A few more have the post and a vacancy, as turnover implies.",
            sources=("lead-smhp-cppo-named", "lead-ahp-response"),
        ),
    )
    cppo_base_acute: float = share_today(
        "Acute trusts with a leader",
        0.25,
        lesson=Lesson(
            example="Of 120 acute trusts, 25% with a leader is 30. Each point more or less is "
            "about one trust.",
            message="Most trusts in England are acute trusts, so this guess moves the national "
            "share more than any other starting share.",
            acts="It sets where the line starts in March 2026, and still shows in 2037.",
            who="Anyone can ask trusts, as was done for chiefs of the allied health professions in "
            "2022 (BMJ Leader, 2024).",
            cost="Asking costs little: a short letter to each trust. No count has been published.",
            equity="Psychological staff in general hospitals are few and spread thin. Without a "
            "leader nobody may be counting them.",
            in_the_model="Trusts of this type times this share have a permanent leader at the "
            "start (E14). A few more have the post and a vacancy.",
            sources=("s23",),
        ),
    )
    cppo_base_acute_specialist: float = share_today(
        "Acute specialist trusts with a leader",
        0.25,
        lesson=Lesson(
            example="Of 16 specialist trusts, 25% with a leader is four. One trust more is six "
            "points.",
            message="There are few of these trusts, so the guess hardly moves England. For each of "
            "them it is a yes or a no.",
            acts="It sets where the line starts in March 2026. In the national share it is hardly "
            "seen.",
            who="Each trust knows its own answer. Ask it, and enter what you learn.",
            cost="Asking a handful of trusts costs next to nothing. No count has been published.",
            equity="Specialist trusts serve people from all over the country. A gap there is not "
            "one place's gap.",
            in_the_model="Trusts of this type times this share have a permanent leader at the "
            "start (E14).",
        ),
    )
    cppo_base_community: float = share_today(
        "Community trusts with a leader",
        0.25,
        lesson=Lesson(
            example="Of 12 community trusts, 25% with a leader is three. One trust more is eight "
            "points.",
            message="There are few community trusts, and nobody has counted their leaders. The "
            "guess is that of acute trusts, for want of a better one.",
            acts="It sets where the line starts in March 2026. In the national share it is hardly "
            "seen.",
            who="Each trust knows its own answer. Ask it, and enter what you learn.",
            cost="Asking a handful of trusts costs next to nothing. No count has been published.",
            equity="Community trusts care for people near home, many of them children or old. "
            "Whether a psychological leader has a say there is not known.",
            in_the_model="Trusts of this type times this share have a permanent leader at the "
            "start (E14).",
        ),
    )
    cppo_base_ambulance: float = share_today(
        "Ambulance trusts with a leader",
        0.05,
        lesson=Lesson(
            example="Of ten ambulance trusts, 5% is half a leader on average: most likely there is "
            "none at all.",
            message="It is a chance and not a count. Ambulance trusts employ few psychological "
            "professionals, and nobody has asked them.",
            acts="It sets where the line starts in March 2026. In the national share it is hardly "
            "seen.",
            who="Each trust knows its own answer. Ask all ten and this guess can go.",
            cost="Asking ten trusts costs next to nothing, and would turn this guess into a count.",
            equity="“Every trust” includes ambulance trusts. Whether one leader in each is the "
            "best use of scarce people is a fair question.",
            in_the_model="Trusts of this type times this share have a permanent leader at the "
            "start (E14).",
        ),
    )
    ics_base: float = share_today(
        "ICSs with a psychological lead",
        0.15,
        meaning="Share of integrated care systems with a permanent senior psychological lead in "
        "post on 31 March 2026.",
        lesson=Lesson(
            example="Of 42 systems, 15% with a lead is six. Each lead more is about two points.",
            message="The PPN recommends a lead in every system (2022). Nobody has published how "
            "many have one.",
            acts="It sets where the line of ICSs starts in March 2026. By 2037 much of the "
            "difference has closed.",
            who="Each integrated care board knows its own answer. Ask it, and enter what you "
            "learn.",
            cost="Asking 42 boards costs little. The count would have to be made again as boards "
            "merge.",
            equity="Systems that are merging may lose a lead without anyone noticing. A count "
            "would show it.",
            in_the_model="Systems times this share have a permanent lead at the start (E14). "
            "Staffing does not depend on it.",
            sources=("s1",),
        ),
    )
