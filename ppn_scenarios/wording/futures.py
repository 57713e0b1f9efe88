"""Plans against futures in words made from the numbers."""

from typing import Final

from ppn_scenarios.analysis.goals import Goal
from ppn_scenarios.analysis.stress import MINE, Breaks, Stress
from ppn_scenarios.analysis.stress.breaks import Break
from ppn_scenarios.assumptions import PRESETS
from ppn_scenarios.assumptions.futures import FUTURES
from ppn_scenarios.assumptions.label import within
from ppn_scenarios.wording import listed, march, percent
from ppn_scenarios.wording.goals.amounts import against, amount, is_range, plain, spread
from ppn_scenarios.wording.places import Place

AS_NOW: Final = "as_things_stand"
SHORT: Final = {  # in the head of a column; others go by their label
    MINE: "Mine",
    AS_NOW: "No\u00a0new choices",
    "encourage": "Encourage",
    "mandate": "Require",
    "train_more": "Train",
    "keep_more": "Keep",
    "together": "Together",
}


def named(plan: str) -> str:
    """Return what a plan is called."""
    if plan == AS_NOW:
        return "No new choices"  # on the reader's beliefs, so not things as they stand
    return "My own plan" if plan == MINE else PRESETS[plan].label


def briefly(plan: str) -> str:
    """Return a plan's name in a word or two."""
    return SHORT.get(plan, named(plan))


def finding(found: Stress, plan: str, of_plan: Breaks, place: Place) -> str:
    """Return the answer for the first plan, and which of those compared is regretted least."""
    goal = found.goal
    value, wanted = against(goal, float(found.values[found.row(plan), 0]), found.asked)
    touched = int(found.touching.sum())
    reached = "reached" if of_plan.met else "not reached"
    middle = ", by the middle of its range" if is_range(goal) else ""
    words = [
        f"**{named(plan)}** gives {value} by {march(goal.year)} in {place.said}, where {wanted} is "
        f"asked: **{reached}** on your beliefs{middle}."
    ]
    if touched:
        words.append(
            f"It holds in **{found.held(plan)} of the {touched} futures** here that touch this "
            f"goal. {first_break(of_plan)}"
        )
    else:
        words.append("None of the futures here touches this goal.")
    words.append(least_regretted(found))
    return " ".join(words)


def first_break(found: Breaks) -> str:
    """Say what breaks a plan first, or what alone would save it."""
    if not found.beliefs:
        if found.met:
            return "No single belief within its range breaks it."
        return "No single belief within its range would save it."
    verb = "breaks first" if found.met else "would hold"
    return f"It {verb} {condition(found.beliefs[0], found.met)}."


def decides(found: Breaks) -> str:
    """Say the same for a cell of a table."""
    if not found.beliefs:
        return "no one belief breaks it" if found.met else "missed; no one belief would save it"
    verb = "breaks first" if found.met else "missed; would hold"
    return f"{verb} {condition(found.beliefs[0], found.met)}"


def condition(b: Break, met: bool) -> str:
    """Write the move of a belief: "with psychologists leaving above 6% a year (now 6% a year)".

    Labels are of one thing or of many, so no verb follows them.
    """
    c = b.control
    if c.id == "boards":
        return f"if leads are counted in {c.show(b.first)}"
    label, side = within(c.label), "above" if b.first > c.now else "below"
    if not met:
        return f"with {label} at {c.show(b.first)} (now {c.show(c.now)})"
    if b.last == c.now:
        return f"with {label} just {side} {c.show(c.now)}, at {c.show(b.first)}"
    return f"with {label} {side} {c.show(b.last)} (now {c.show(c.now)})"


def least_regretted(found: Stress) -> str:
    """Name the plan that is regretted least, with what that means and what it leaves out."""
    if len(found.plans) < 2:
        return "Compare it with other plans to see what would be regretted."
    best = found.least_regret()
    if len(best) == len(found.plans):
        return "No future tells the plans compared apart."
    names = listed([f"**{within(named(plan))}**" for plan in best])
    worst = found.regrets(best[0])[2]
    most = (
        "it is best, or as good, in every future"
        if worst <= 1e-9 * abs(found.asked)
        else f"in no future is it more than {plain(found.goal, worst)} behind the best"
    )
    return f"Of the plans compared, least is regretted with {names}: {most}. Cost is left out."


def caveat(found: Stress) -> str:
    """Say what regret can and cannot tell."""
    still = [
        within(FUTURES[name].label)
        for name, touches in zip(found.futures[1:], found.touching[1:], strict=True)
        if not touches
    ]
    said = f" This goal is not touched by: {listed(still)}." if still else ""
    return (
        "Regret is what a plan gives less than the best of the plans compared, in the same future. "
        "It says nothing of plans that are not here, of cost, or of how likely a future is. "
        f"Futures are not equally likely, and nobody knows how likely each is.{said}"
    )


def cell(found: Stress, plan: int, future: int) -> str:
    """Write what a plan gives in a future, and whether that is enough."""
    verdict = "met" if found.met[plan, future] else "missed"
    return f"{given(found, plan, future)}, {verdict}"


def given(found: Stress, plan: int, future: int) -> str:
    """Write what a plan gives in a future, its unit left out."""
    value = float(found.values[plan, future])
    said = against(found.goal, value, found.asked)[0]
    return said.removesuffix(" FTE").removesuffix(" people")


def briefly_given(found: Stress, plan: int, future: int) -> str:
    """Write what a plan gives in the least room: of a place, as parts of what is asked."""
    if not is_range(found.goal):
        return given(found, plan, future)
    low, high = (
        part * found.values[plan, future] / found.asked for part in spread(found.goal.place)
    )
    return f"{100 * low:.0f}–{percent(high)}"


def lost(goal: Goal, regret: float, asked: float) -> str:
    """Write a regret."""
    if regret <= 1e-9 * abs(asked):
        return "none"
    return plain(goal, regret) if goal.target.unit == "share" else amount(goal, regret)
