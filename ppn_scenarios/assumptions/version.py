"""The version of the defaults and the equations together; links and pages carry it."""

from typing import Final

MODEL_VERSION: Final = "1"  # raise it whenever an answer can change, and say so in CHANGELOG.md
