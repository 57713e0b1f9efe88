"""Taking up an earlier session: what was made then and what was made since, as one session."""

from dataclasses import replace
from datetime import datetime

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing.kept import Kept, free_name
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
        kept=all_kept(earlier.kept, now.kept)[-MOST_KEPT:],
        draft={**earlier.draft, **{name: text for name, text in now.draft.items() if text}},
        room=now.room or earlier.room,
        scenes=all_scenes(earlier.scenes, now.scenes)[-MOST_SCENES:],
        beyond=together(earlier.beyond, now.beyond),
    )


def all_kept(earlier: tuple[Kept, ...], now: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """Return the scenarios kept in both; an earlier one whose name another has is numbered."""
    names, found = [one.name for one in now], list[Kept]()
    for one in earlier:
        if one not in now:
            names.append(name := free_name(one.name, names))
            found.append(replace(one, name=name))
    return (*found, *now)


def left_out(earlier: Session, now: Session) -> list[str]:
    """Return what to say of what an earlier session holds and has no room beside the present one.

    It is the oldest of each, and what is just being written or predicted in both.
    """
    one, other = earlier.record, now.record
    counts = {
        "moves": (len(one.moves) + len(other.moves), MOST_MOVES),
        "findings": (len(one.findings) + len(other.findings), MOST_FINDINGS),
        "predictions": (len(one.predictions) + len(other.predictions), MOST_PREDICTIONS),
        "kept scenarios": (len(all_kept(earlier.kept, now.kept)), MOST_KEPT),
        "scenes": (len(all_scenes(earlier.scenes, now.scenes)), MOST_SCENES),
    }
    said = [
        f"Together there are {count:,} {what}, of which the newest {most:,} are here."
        for what, (count, most) in counts.items()
        if count > most
    ]
    if earlier.room and now.room and earlier.room != now.room:
        said.append("A prediction was being made in both. That of the earlier one was left out.")
    if any(text not in ("", now.draft.get(name) or text) for name, text in earlier.draft.items()):
        said.append("A finding was being written in both. That of the earlier one was left out.")
    return said


def all_scenes(earlier: tuple[Scene, ...], now: tuple[Scene, ...]) -> tuple[Scene, ...]:
    """Return the scenes of an earlier session and those made since, none of them twice."""
    return (*earlier, *(scene for scene in now if scene not in earlier))


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
