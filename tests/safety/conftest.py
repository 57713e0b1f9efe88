"""The app as a server of its own, for tests that speak to it without a browser."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Server, start_server


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, started once for the tests of this folder."""
    running = start_server(tmp_path_factory.mktemp("attacked"))
    yield running
    running.stop()
