"""Why a file is no JSON, in words for people: what stands at the place, and what to do about it."""

import re
from json import JSONDecodeError
from typing import Final

AGAIN: Final = "Correct it there, or save the file again from the explorer."
EMPTY: Final = "The file is empty. Save it again from the explorer."
BREAKS_OFF: Final = "the file breaks off here. Save it again from the explorer."
ARCHIVE: Final = (
    "The file is an archive or an Office file, and not text. If a .json file is in it, unpack it "
    "and choose that."
)
ENCODED: Final = (
    "The file is saved as {}. Open it in a text editor, such as Notepad, and save it with the "
    "encoding UTF-8."
)
NOT_TEXT: Final = (
    "The file is not text in UTF-8. Choose a .json file saved here; if you have edited it, save "
    "it with the encoding UTF-8."
)
EVERY_OTHER: Final = re.compile(rb"(?:[^\0]\0){2}|(?:\0[^\0]){2}", re.S)  # letters of UTF-16
QUOTES: Final = tuple("“”„‘’‚«»`´")
RULES: Final = (  # how what stands at the place begins, and what to say of it
    (QUOTES, "a typographic quotation mark stands here, where JSON has the straight one"),
    (("'",), "a single quotation mark stands here, where JSON has the double one"),
    (("//", "/*", "#", "--"), "a comment stands here, and JSON has none"),
    (("<",), "this is a web page or another kind of file"),
    (("True", "False", "None"), "this is a word of Python, and no JSON"),
    (("+", "."), "a number in JSON begins with a digit or a minus"),
    (("}", "]"), "a comma too many, or something missing, before this bracket"),
    ((";",), "a semicolon stands here, where JSON has a comma or a colon"),
)

MISSING: Final = {  # what a reader of JSON says, in words for people
    "Expecting property name enclosed in double quotes": "a name in double quotation marks is "
    "missing here",
    "Expecting ',' delimiter": "a comma is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Expecting value": "a value is missing here, or is not written as JSON has it",
}


def why_not_text(content: bytes) -> str:
    """Return why the bytes of a file are no text in UTF-8; nothing where they are."""
    if not content.strip():
        return EMPTY
    start = content[:4]
    if start.startswith(b"PK"):
        return ARCHIVE
    if start in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return ENCODED.format("UTF-32")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or EVERY_OTHER.fullmatch(start):
        return ENCODED.format("UTF-16")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return NOT_TEXT
    return ""


def why_not_json(error: JSONDecodeError) -> str:
    """Return where a text stops being JSON, and what to do."""
    text, at = error.doc, error.pos
    where = f"The file is no JSON (line {error.lineno:,}, column {error.colno:,}): "
    if at >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return where + BREAKS_OFF
    found = next((why for begins, why in RULES if text.startswith(begins, at)), "")
    if not found and decimal_comma(text, at):
        found = "a decimal comma stands here; JSON has a point, as in 0.05"
    elif not found and error.msg == "Extra data":
        found = "the file goes on after its end, as if two files were in one"
    elif not found and error.msg.startswith("Invalid control"):
        found = "a line break or another character that needs \\ before it, inside a text"
    elif not found:
        found = MISSING.get(error.msg, f"{error.msg[0].lower()}{error.msg[1:]}")
    return f"{where}{found}. {AGAIN}"


def decimal_comma(text: str, at: int) -> bool:
    """Return whether a number was cut in two by a comma just before a place."""
    return text[at].isdecimal() and text[at - 1 : at] == "," and text[at - 2 : at - 1].isdecimal()
