"""Write the table of reading ages: python -m tests.plain_english > docs/PLAIN_ENGLISH.md."""

import sys

from .report import report

sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
sys.stdout.write(report())
