"""What every visit needs, loaded once: while the first browser loads its own part, if it can be."""

import gc
import pkgutil
import time
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Final

FIRST: Final = (  # what the first view of the home page loads
    *("pyarrow", "pandas"),
    *("frame", "home", "live.panel", "more_block", "predict.form", "predict.told", "targets_block"),
)
# Seconds until what draws charts is loaded and until things are made before anybody asks, and
# between them: the first readers come first.
SOON, QUIET, PAUSE = 10.0, 60.0, 2.0
_loading = Lock()


def warm() -> None:
    """Load what the answer needs; whoever comes meanwhile waits for it.

    Draws and charts are not among it: a page draws them after its answer.

    Raises DataError where the data cannot be trusted; a later call tries again.
    """
    with _loading:
        load()


def is_warm() -> bool:
    """Return whether all of it is loaded."""
    return bool(load.cache_info().currsize)


@cache
def load() -> None:
    """Load it once, then keep it out of the garbage collector's rounds.

    What is frozen here lives as long as the server and is never looked at again.
    """
    for name in FIRST[:2]:
        import_module(name)
    for name in FIRST[2:]:
        import_module(f"ppn_scenarios.ui.{name}")
    import_module("ppn_scenarios.wording.places").places()
    own_split = import_module("ppn_scenarios.tables.own_split")
    if own_split.OWN_SPLIT:  # refused here, and not on the page that shows it
        import_module("ppn_scenarios.opening").baseline(by_profession=True)
    import_module("ppn_scenarios.ui.answers").as_things_stand()
    gc.collect()
    gc.freeze()
    # With what each reader holds, a round takes long: let more pile up between two of them.
    gc.set_threshold(60_000, 20, 20)


def warm_rest() -> None:
    """Make the draws and the charts that pages begin with, with pauses, so that nobody waits."""
    time.sleep(SOON)
    import_module("altair")
    time.sleep(QUIET)
    stands = import_module("ppn_scenarios.ui.answers").as_things_stand().scenario
    import_module("ppn_scenarios.ui.draws").chances_of(stands, "england")
    charts = import_module("ppn_scenarios.ui.charts")
    for found in pkgutil.iter_modules(charts.__path__):
        time.sleep(PAUSE)
        module = import_module(f"{charts.__name__}.{found.name}")
        getattr(module, "specifications", lambda: None)()
