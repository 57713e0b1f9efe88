"""What a first view loads, and in which order a page is drawn."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LATER: tuple[str, ...] = (
    "scipy.stats",
    "scipy.optimize",
    "scipy.linalg",
    "pptx",
    "typst",
    "vl_convert",
    "segno",
)
LATER += ("pyarrow.parquet", "pypdf", "lxml", "PIL", "matplotlib")
BEFORE_IT_ANSWERS = (*LATER, "altair", "scipy.special", "pandas", "numpy", "duckdb", "pydantic")


def loaded_after(code: str) -> set[str]:
    """Run some lines in a fresh process and return the names of the modules it has loaded."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    command = [sys.executable, "-W", "ignore", "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def test_the_first_view_loads_nothing_that_makes_files_or_checks_the_model():
    loaded = loaded_after("from ppn_scenarios.ui.warm import warm\nwarm()")
    assert "scipy.special" not in loaded, "draws come after the answer"
    assert "altair" not in loaded, "and so do charts"
    assert {"pandas", "ppn_scenarios.ui.home"} <= loaded, "the view itself"
    assert not loaded & set(LATER)


def test_the_server_answers_before_it_has_loaded_what_reads_reckons_and_draws():
    loaded = loaded_after("import asgi")
    assert "ppn_scenarios.server.run" in loaded
    assert not loaded & set(BEFORE_IT_ANSWERS)
