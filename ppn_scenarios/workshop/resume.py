"""Taking up an earlier session: what was made then and what was made since, as one session."""

from dataclasses import replace
from datetime import datetime

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.scenes import MOST_SCENES, Scene

from .beyond import together
from .history import History
from .record import MOST_FINDINGS, MOST_MOVES, MOST_PREDICTIONS, Record
from .session import Session
from .shape import MOST_KEPT


def joined(earlier: Session, now: Session, at: datetime) -> Session:
    """Return an earlier session and the present one as one; the present scenario stays in force.

    The way from where the earlier one ended to where the present one began is a move like others.
    """
    steps = (*now.history.past, now.history.present)
    history = earlier.history
    for scenario in steps:
        history = history.to(scenario)
    if now.history.future:
        history = replace(history, future=now.history.future)
    since = now.record.moves[0].at if now.record.moves else at
    record = earlier.record.moved(earlier.history.present, steps[0], since)
    return Session(
        history=history,
        record=Record(
            (*record.moves, *now.record.moves)[-MOST_MOVES:],
            (*record.findings, *now.record.findings)[-MOST_FINDINGS:],
            (*record.predictions, *now.record.predictions)[-MOST_PREDICTIONS:],
        ),
        kept=tuple(({k.name: k for k in (*earlier.kept, *now.kept)}).values())[-MOST_KEPT:],
        draft={**earlier.draft, **now.draft},
        room=now.room or earlier.room,
        scenes=both(earlier.scenes, now.scenes),
        beyond=together(earlier.beyond, now.beyond),
    )


def both(earlier: tuple[Scene, ...], now: tuple[Scene, ...]) -> tuple[Scene, ...]:
    """Return the scenes of an earlier session and those made since, none of them twice."""
    return (*earlier, *(scene for scene in now if scene not in earlier))[-MOST_SCENES:]


def brought_back(earlier: Session, now: Session, at: datetime) -> Session:
    """Return both as one session, with the earlier one's scenario in force."""
    there = earlier.history.present
    untouched = not now.record.moves and now.history.present == Scenario()
    one = joined(earlier, replace(now, history=History(there)) if untouched else now, at)
    return replace(
        one,
        history=one.history.to(there),
        record=one.record.moved(one.history.present, there, at),
    )
