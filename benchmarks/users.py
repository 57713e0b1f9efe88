"""Many people at once, measured: `.venv/bin/python -m benchmarks.users`, in some ten minutes."""

import asyncio
import os
import random
import sys
from collections.abc import Callable, Coroutine, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, Final

from . import growth
from .__main__ import PAGE, machine, table
from .served import Running, for_a_crowd, stock
from .visitor import Hurry, Waits, flood, hurried, own_scenario, working

BEGIN: Final = "<!-- users: what follows is written by python -m benchmarks.users -->\n"
END: Final = "<!-- users: end -->\n"
THINK: Final = 5.0  # seconds between the changes of one person
LASTS: Final = 20.0  # seconds that a crowd works
JOIN: Final = 0.25  # seconds from one arrival to the next
CROWDS: Final = (10, 50, 100)
TARGET: Final = 1.0  # seconds: 19 in 20 changes are to be drawn within it
Abuse = Callable[[str, str, int], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Found:
    """What a crowd met, and what it cost."""

    waits: Waits
    cpu: float  # seconds, of all processes together, while all worked
    lasted: float
    memory: float  # MB, of all processes together
    before: float  # MB, with nobody there

    def ms(self) -> float:
        """Return CPU milliseconds for each change."""
        return 1e3 * self.cpu / max(1, len(self.waits.change))

    def row(self, name: str) -> tuple[str, ...]:
        """Return the row of a table."""
        w, each = self.waits, (self.memory - self.before) / max(1, len(self.waits.first))
        cells = (p50(w.change), p95(w.change), p95(w.work), p95(w.first), f"{self.ms():.0f}")
        share = f"{100 * self.cpu / self.lasted:.0f}%"
        told = f"{100 * w.told / max(1, len(w.change)):.0f}%" if w.told else "-"
        return (name, *cells, share, told, f"{self.memory:,.0f}", f"{each:.1f}", f"{w.failed}")


HEAD: Final = (
    "People, a change each 5 s",
    *("Half within, s", "19 in 20 within, s", "19 in 20 within, CPU s of the server"),
    *("First page, 19 in 20, s", "CPU ms a change"),
    *("Of a core", "Told ahead", "Memory, MB", "MB a person", "Failed"),
)


def p50(waits: Sequence[float]) -> str:
    """Return the middle of waits."""
    return f"{median(waits):.2f}" if waits else "-"


def p95(waits: Sequence[float]) -> str:
    """Return what 19 in 20 of waits are within."""
    return f"{quantiles(waits, n=20)[-1]:.2f}" if len(waits) > 1 else "-"


async def crowd(
    servers: Sequence[Running], count: int, abuse: Sequence[Abuse] = (), ahead: bool = True
) -> Found:
    """Let people come one by one, spread over the servers, and then all work."""
    chance = random.Random(count)
    before, waits, hurry = sum(s.memory() for s in servers), Waits(), Hurry(count, THINK)
    people = []
    for n in range(count):
        server, own = servers[n % len(servers)], random.Random(chance.random())
        people.append(
            asyncio.create_task(working(server, own_scenario(own), waits, own, hurry, ahead))
        )
        await asyncio.sleep(JOIN)
    await hurry.here.wait()
    bad = [
        asyncio.create_task(one(servers[0].url, own_scenario(chance), n))
        for n, one in enumerate(abuse)
    ]
    await asyncio.sleep(2 if bad else 0)
    cpu, began = cpu_of(servers), asyncio.get_running_loop().time()
    hurry.begin(LASTS)
    await asyncio.sleep(LASTS)
    lasted = asyncio.get_running_loop().time() - began
    cpu, memory = cpu_of(servers) - cpu, sum(s.memory() for s in servers)
    for task in bad:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task
    await asyncio.gather(*people)
    return Found(waits, cpu, lasted, memory, before)


def cpu_of(servers: Sequence[Running]) -> float:
    """Return the CPU seconds that servers have used together."""
    return sum(server.cpu_ms() for server in servers) / 1e3


def served(count: int, replicas: int = 1, abuse: Sequence[Abuse] = ()) -> Found:
    """Return what a crowd meets at our own servers, warmed by one visitor each."""
    with ExitStack() as stack:
        servers = [stack.enter_context(for_a_crowd()) for _ in range(replicas)]
        return asyncio.run(crowd(servers, count, abuse))


def floor(count: int) -> Found:
    """Return what a crowd meets at an empty Streamlit app, as it comes."""
    with stock() as server:
        return asyncio.run(crowd([server], count, ahead=False))


def measured() -> str:
    """Return what was measured, as text."""
    said = f"Measured on {machine()} The visitors ran on the same cores.\n"
    rows, mine = [], {}
    for count in CROWDS:
        rows.append(floor(count).row(f"{count}, an empty Streamlit app"))
        mine[count] = served(count)
        rows.append(mine[count].row(f"{count}, **this app**, one process"))
        tell(f"{count} people")
    rows.append(served(100, replicas=2).row("100, **this app**, two processes"))
    tell("two processes")
    abused = {
        "nobody else": (),
        "one who floods it": (flood,),
        "five who change something again at once": (hurried,) * 5,
    }
    beside = [(name, served(20, abuse=abuse)) for name, abuse in abused.items()]
    tell("floods")
    most = int(1e3 * THINK / max(1, mine[CROWDS[-1]].ms()))
    last = mine[CROWDS[-1]].waits.change
    met = len(last) > 1 and quantiles(last, n=20)[-1] <= TARGET
    return "\n".join(
        [
            said,
            table(HEAD, rows),
            f"Target: 100 people on one process, 19 in 20 changes within {TARGET:.0f} s: "
            f"{'met' if met else '**missed**'}. At {mine[CROWDS[-1]].ms():.0f} ms a change, one "
            f"core is used up by about {most} people.\n",
            "Twenty people, with beside them in the same process:\n",
            table(HEAD, [found.row(name) for name, found in beside]),
            growth.measured(),
        ]
    )


def tell(what: str) -> None:
    """Say how far it is."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    sys.stderr.write(f"measured: {what}{load}\n")


def main() -> int:
    """Measure, and write the part of the page between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    PAGE.write_text(
        head + BEGIN + "\n" + measured() + "\n" + END + rest.split(END)[1],
        encoding="utf-8",
        newline="\n",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
