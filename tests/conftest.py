"""What all tests share: the project's folder and how hard Hypothesis tries."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Where tests decide whether work is accepted, they must say the same thing every time.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("dev", deadline=None, max_examples=60)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).resolve().parent.parent
