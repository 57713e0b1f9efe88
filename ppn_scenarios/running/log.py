"""The log: one JSON object a line, with nothing in it about a reader."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Final

from .faults import reference, where
from .sparing import Sparing

PART: Final = r"[0-9a-f]{1,4}"
ADDRESS: Final = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){3}\b"
    rf"|(?<![\w:])(?:{PART}:){{7}}{PART}(?![\w:])"
    rf"|(?<![\w:])(?:{PART}(?::{PART})*)?::(?:{PART}(?::{PART})*)?(?![\w:])",
    re.IGNORECASE,
)
QUERY: Final = re.compile(r"\?[^\s\"']*")
LONGEST: Final = 500  # characters of one message
HELD: Final = re.compile(r"[(<{\[].*")  # what a task of asyncio holds: values, and errors' words


def without_readers(text: str) -> str:
    """Return a message with network addresses and query strings taken out, and cut short."""
    return ADDRESS.sub("(address)", QUERY.sub("?…", text))[:LONGEST]


def said(record: logging.LogRecord) -> str:
    """Return what a record says; of a library's, its first line: others quote readers."""
    text = record.getMessage()
    if record.name.startswith("ppn_scenarios"):
        return text
    first = text.partition("\n")[0]
    return HELD.sub("…", first) if record.name == "asyncio" else first


class JsonLines(logging.Formatter):
    """Write a record as a JSON object: time, level, logger, message; of an error kind and place.

    What an error says is left out: it may repeat a reader's own words.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": without_readers(said(record)),
        }
        if left_out := getattr(record, "left_out", 0):
            line["alike_left_out"] = left_out
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line |= {
                "reference": reference(error),
                "error": type(error).__name__,
                "where": where(error),
            }
        return json.dumps(line, ensure_ascii=False)


def write_json_lines() -> None:
    """Have everything logged in this form, once; call again after libraries have been loaded.

    Libraries that bring a handler of their own would write beside it, and in their own form.
    """
    root = logging.getLogger()
    if not any(isinstance(handler.formatter, JsonLines) for handler in root.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(JsonLines())
        handler.addFilter(Sparing())
        handler.setLevel(logging.INFO)  # below it, libraries write down what readers send
        root.handlers = [handler]
    for name in root.manager.loggerDict:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
    logging.getLogger("uvicorn.access").disabled = True  # who asked for what is nobody's business
    logging.getLogger("ppn_scenarios").setLevel(logging.INFO)
