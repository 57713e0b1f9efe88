"""What the app stands on: its licences, a bill of materials, an audit that is honest."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dependencies.audit import LOUD, NOT_AUDITED, SOUND, WEAK, audit
from dependencies.documents import bill, licences
from dependencies.locked import Package, asked, packages

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="what is needed differs by system")


@linux
def test_the_list_of_licences_is_that_of_the_lock() -> None:
    assert (ROOT / "docs/LICENCES.md").read_text("utf-8") == licences(packages()), (
        "stale: run `python -m dependencies licences > docs/LICENCES.md`"
    )


@linux
def test_no_package_has_a_licence_that_nobody_thought_about() -> None:
    found = packages()
    assert len(found) == len(asked("requirements.lock"))
    assert not [p for p in found if not p.expected]
    first = {one.name.lower() for one in asked("requirements.txt")}
    assert first <= {p.name for p in found if p.runs}, "what we ask for is what runs"


@pytest.mark.parametrize(
    ("licence", "runs", "expected"),
    [
        ("MIT", True, True),
        ("MIT AND Zlib", True, True),
        ("AGPL-3.0-only", True, False),
        ("LGPL-3.0-or-later", True, False),
        ("LGPL-3.0-or-later", False, True),
        ("MIT AND AGPL-3.0-only", False, False),
        ("Apache-2.0 OR GPL-2.0-or-later", True, True),
        ("Proprietary", False, False),
    ],
)
def test_a_licence_that_asks_for_more_is_seen(licence: str, runs: bool, expected: bool) -> None:
    one = Package(name="x", version="1", licence=licence, runs=runs)
    assert one.expected is expected


@linux
def test_the_bill_of_materials_names_every_package_that_runs_and_no_other() -> None:
    whole = json.loads(bill(packages(), "0.1.0"))
    assert (whole["bomFormat"], whole["specVersion"]) == ("CycloneDX", "1.6")
    named = {part["purl"]: part for part in whole["components"]}
    assert set(named) == {p.url for p in packages() if p.runs}
    assert "pkg:pypi/streamlit@1.67.0" in named
    assert not [url for url in named if "pytest" in url or "mypy" in url]
    assert all(part["licenses"][0]["expression"] for part in named.values())
    (root,) = whole["dependencies"]
    assert set(root["dependsOn"]) == set(named)
    assert "timestamp" not in whole["metadata"], "the same lock gives the same bill"


def program(folder: Path, code: int, said: str) -> tuple[str, ...]:
    """A program that stands in for pip-audit, says something and ends."""
    file = folder / "audit.py"
    file.write_text(f"import sys\nprint({said!r})\nsys.exit({code})\n", "utf-8")
    return sys.executable, str(file)


@pytest.mark.parametrize(
    ("code", "said", "expected"),
    [
        (0, "No known vulnerabilities found", SOUND),
        (1, "Found 2 known vulnerabilities in 1 package", WEAK),
        (0, "", NOT_AUDITED),
        (0, "Skipped everything", NOT_AUDITED),
        (1, "ConnectionError: Max retries exceeded", NOT_AUDITED),
        (2, "usage: pip-audit", NOT_AUDITED),
    ],
)
def test_only_an_audit_that_looked_counts(
    code: int, said: str, expected: int, tmp_path: Path
) -> None:
    found, words = audit(program(tmp_path, code, said))
    assert found == expected
    assert (LOUD in words) == (expected == NOT_AUDITED)


def test_an_audit_that_cannot_start_is_none(tmp_path: Path) -> None:
    assert audit((str(tmp_path / "none"),))[0] == NOT_AUDITED


def test_a_command_that_is_none_is_answered_with_all_there_are() -> None:
    asked_for = [sys.executable, "-m", "dependencies", "what"]
    done = subprocess.run(asked_for, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "licences | sbom | audit" in done.stderr


# Written in pieces, so that this file does not hold what it looks for.
SECRETS = re.compile(
    "|".join(
        [
            "-----BEGIN [A-Z ]*PRIVATE" + " KEY",
            r"\bAKIA[0-9A-Z]{16}\b",
            r"\bgh[pousr]_[A-Za-z0-9]{30,}\b",
            r"\bxox[abp]-[A-Za-z0-9-]{10,}",
            r"\bsk-[A-Za-z0-9_-]{30,}",
            r"\beyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\.",
            r"://[^/\s:@'\"{}<>]+:[^/\s:@'\"{}<>]{3,}" + "@",
            r"\b(?i:password|passwd|secret|api_?key|token)\b\s*[:=]\s*['\"][^'\"\s{}$<]{8,}['\"]",
        ]
    )
)


def files() -> list[Path]:
    """Every file of the repository that holds text."""
    skipped = {".git", ".venv", "__pycache__", "node_modules", "build"}
    found = (p for p in ROOT.rglob("*") if p.is_file() and not skipped & set(p.parts))
    return [p for p in found if not any(part.endswith("_cache") for part in p.parts)]


def test_there_is_no_secret_in_the_repository() -> None:
    seen = 0
    for path in files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        seen += 1
        assert not (found := SECRETS.search(text)), f"{path.relative_to(ROOT)}: {found}"
    assert seen > 300


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "AKIA" + "A" * 16,
        "ghp_" + "a" * 36,
        "postgres://reader:letmein" + "@db.example",
        "pass" + "word = 'correct-horse'",
    ],
)
def test_the_check_itself_sees_a_secret(text: str) -> None:
    assert SECRETS.search(text)
