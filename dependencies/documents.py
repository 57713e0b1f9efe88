"""The licences as a document, and the packages as a bill of materials (CycloneDX)."""

import json
from collections.abc import Sequence
from typing import Any, Final

from .locked import Package

HEAD: Final = """# Licences of what we use

Made by `.venv/bin/python -m dependencies licences > docs/LICENCES.md` from `requirements.lock` and
what each package says of itself. A test holds that it is up to date, and that no package has a
licence that nobody thought about.

The code here is under the MIT licence, and what the app needs to run may be used with it. Those
marked "tests" are not in the app: they check it. A bill of materials, for programs (CycloneDX):

    .venv/bin/python -m dependencies sbom > sbom.json

It was held against the strict JSON schema of CycloneDX 1.6 by hand on 27 November 2026 (package
`cyclonedx-python-lib`), and nothing was found.

Known weaknesses are looked up by `.venv/bin/python -m dependencies audit`, which needs a network
and `pip-audit`. Without them it says "NOT AUDITED" and ends with 75; it never passes unseen. On 27
November 2026 neither of the two services that it asks could be reached: not audited.

| Package | Version | Licence | For |
| --- | --- | --- | --- |
"""


def licences(packages: Sequence[Package]) -> str:
    """Return the document."""
    rows = (
        f"| {p.name} | {p.version} | {p.licence} | {'the app' if p.runs else 'tests'} |\n"
        for p in packages
    )
    return HEAD + "".join(rows)


def bill(packages: Sequence[Package], version: str) -> str:
    """Return the bill of materials of the app as CycloneDX 1.6, without what tests alone need."""
    parts: list[dict[str, Any]] = [
        {
            "type": "library",
            "bom-ref": p.url,
            "name": p.name,
            "version": p.version,
            "purl": p.url,
            "licenses": [{"expression": p.licence}],
        }
        for p in packages
        if p.runs
    ]
    app = f"ppn-scenarios@{version}"
    whole = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": app,
                "name": "ppn-scenarios",
                "version": version,
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": parts,
        "dependencies": [{"ref": app, "dependsOn": [p["bom-ref"] for p in parts]}],
    }
    return json.dumps(whole, indent=2) + "\n"
