"""Why a command stops: in words, with the code that it exits with."""

from typing import Final

CHECK_FAILED: Final = 1  # a check of the model failed that passed before
NOT_A_COMMAND: Final = 2
NO_SCENARIO: Final = 3  # what was given cannot be used
NOT_WRITTEN: Final = 4  # what was made cannot be kept
NO_DATA: Final = 5  # the tables did not pass their checks


class CommandError(Exception):
    """Stop a command; the message says why and what to do."""

    def __init__(self, message: str, code: int) -> None:
        """Keep the exit code beside the message."""
        super().__init__(message)
        self.code = code
