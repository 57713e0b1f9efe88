"""The audit: whether the lock has a known weakness, said aloud if nobody could look."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from .locked import ROOT

SOUND, WEAK, NOT_AUDITED = 0, 1, 75
LIMIT: Final = 300  # seconds
LOUD: Final = "NOT AUDITED"
FOUND: Final = "known vulnerabilit"  # in what pip-audit says of one or more


def audit(command: tuple[str, ...] = (sys.executable, "-m", "pip_audit")) -> tuple[int, str]:
    """Audit the lock with pip-audit, and return an exit code and what to say.

    Only an audit that looked at every package counts: what was skipped, a network that is not
    there or a program that is not installed is "not audited" and never a pass.
    """
    lock = Path(ROOT / "requirements.lock")
    asked = [*command, "--strict", "--disable-pip", "--no-deps", "-r", str(lock)]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=LIMIT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return NOT_AUDITED, f"{LOUD}: {error}"
    said = f"{done.stdout}\n{done.stderr}".strip()
    if "No module named pip_audit" in said:
        return NOT_AUDITED, f"{LOUD}: pip-audit is not installed here (pip install pip-audit)"
    if done.returncode == 0 and f"No {FOUND}ies found" in said:
        return SOUND, f"Audited: {said}"
    if done.returncode == 1 and FOUND in said:
        return WEAK, said
    return NOT_AUDITED, f"{LOUD}: the audit did not finish\n{said}"
