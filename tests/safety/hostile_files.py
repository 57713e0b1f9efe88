"""More than a hundred bad files by name: what people and attackers hand to a field for files."""

import gzip
import json
import zipfile
from io import BytesIO
from typing import Any, Final

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.scenario_file import LARGEST

MINE = Kept(name="Our plan", scenario=Scenario(retention=0.05), data="abcd1234")
SOUND: Final = scenario_file.write([MINE], "abcd1234")
RETENTION: Final = '"retention": 0.05'


def whole(**changes: Any) -> bytes:
    """A sound file with some fields of the file changed by hand."""
    return json.dumps(json.loads(SOUND) | changes, ensure_ascii=False).encode()


def edited(**changes: Any) -> bytes:
    """A sound file with some fields of its scenario changed by hand."""
    found = json.loads(SOUND)
    found["scenarios"][0] |= changes
    return json.dumps(found).encode()


def without(field: str) -> bytes:
    """A sound file that lacks a field of the file or of its scenario."""
    found = json.loads(SOUND)
    (found if field in found else found["scenarios"][0]).pop(field)
    return json.dumps(found).encode()


def value(text: str) -> bytes:
    """A sound file with something else where the number of a lever stands."""
    assert RETENTION in SOUND
    return SOUND.replace(RETENTION, f'"retention": {text}').encode()


def raw(field: str, text: str) -> bytes:
    """A sound file with a text, as JSON writes it, in a field."""
    found = {"name": '"Our plan"', "data": '"abcd1234"', "model": '"1"'}[field]
    return SOUND.replace(f'"{field}": {found}', f'"{field}": {text}').encode()


def packed(name: str, content: bytes) -> bytes:
    """A file inside an archive, as mail programs make it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


MANY: Final = {f"x{i}": 1 for i in range(20_000)}
# What is wrong with it, and words that its reader must be told: the field, and what to do.
BAD_FILES: Final[dict[str, tuple[bytes, str]]] = {
    # No text at all.
    "empty": (b"", "Save it again"),
    "spaces": (b" \n\t \r\n", "Save it again"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text"),
    "a program": (b"MZ\x90\x00\x03" + bytes(range(256)) * 4, "not text"),
    "a document": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not text"),
    "zeros": (b"\x00" * 1_000, "Save it again"),
    "all bytes": (bytes(range(256)) * 10, "not text"),
    "an archive": (packed("plan.json", SOUND.encode()), "The file"),
    "a zip bomb": (packed("plan.json", b" " * 50_000_000), "The file"),
    "a gzip bomb": (gzip.compress(b"[" * 20_000_000), "not text"),
    "a workbook": (packed("xl/workbook.xml", b"<workbook/>"), "The file"),
    # Text of another kind.
    "a table": (b"year,fte\n2037,37900\n", "Save it again"),
    "a web page": (b"<!doctype html><script>alert(1)</script>", "Save it again"),
    "a program in Python": (b"import os; os.system('true')", "Save it again"),
    "a pickle": (b"cos\nsystem\n(S'true'\ntR.", "Save it again"),
    "yaml that runs": (b"!!python/object/apply:os.system ['true']", "Save it again"),
    "xml that opens files": (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', "again"),
    "a link": (b"https://example.org/?v=1&retention=0.05", "Save it again"),
    "comments": (b"// our plan\n" + SOUND.encode(), "Save it again"),
    "single quotes": (SOUND.replace('"', "'").encode(), "Save it again"),
    "a comma too many": (SOUND.replace("}\n", "},\n", 1).encode(), "Save it again"),
    "two files in one": (SOUND.encode() * 2, "Save it again"),
    "truncated": (SOUND.encode()[: len(SOUND) // 2], "breaks off"),
    "truncated in a letter": (whole(data="é")[:-20].split("é".encode())[0] + b"\xc3", "not text"),
    # Letters.
    "utf-16": (SOUND.encode("utf-16"), "not text"),
    "utf-16 without its mark": (SOUND.encode("utf-16-le"), "Save it again"),
    "utf-32": (SOUND.encode("utf-32"), "not text"),
    "latin letters": (SOUND.replace("Our plan", "Café").encode("latin-1"), "not text"),
    "surrogates as bytes": (SOUND.encode().replace(b"Our plan", b"\xed\xa0\x80"), "not text"),
    "overlong letters": (SOUND.encode().replace(b"Our plan", b"\xc0\xaf"), "not text"),
    "a NUL in the middle": (SOUND.encode().replace(b"Our", b"O\x00ur"), "Save it again"),
    "a mark in the middle": (SOUND.replace('"version"', '\ufeff"version"').encode(), "again"),
    # Size and depth.
    "too long": (b" " * (LARGEST + 1), "bytes long"),
    "deep lists": (b"[" * 100_000, "nested too deeply"),
    "deep objects": (b'{"a":' * 60_000, "nested too deeply"),
    "deep in a field": (whole(format=json.loads("[" * 400 + "]" * 400)), "format"),
    "many fields": (whole(**MANY), "is no field of a scenario file"),
    "many levers": (edited(levers=MANY), "is no lever. Delete it"),
    "many reasons": (edited(reasons=dict.fromkeys(list(MANY)[:9_000], "why")), "no lever. Delete"),
    "many scenarios": (whole(scenarios=json.loads(SOUND)["scenarios"] * 21), "has more than 20"),
    "a long list": (whole(scenarios=[0] * 30_000), "has more than 20"),
    "one long number": (value("1" + "0" * 5_000), "5,001 digits"),
    "a number past floats": (value("1" + "0" * 400), "401 digits"),
    "a long field name": (whole(**{"x" * 100_000: 1}), "is no field"),
    "a long lever name": (edited(levers={"x" * 100_000: 1}), "is no lever. Delete it"),
    "a long reason name": (edited(reasons={"x" * 100_000: "y"}), "is no lever. Delete it"),
    # Other JSON.
    "null": (b"null", "Choose a .json file saved here"),
    "a number": (b"5", "Choose a .json file saved here"),
    "a text": (b'"Our plan"', "Choose a .json file saved here"),
    "a list": (b"[1, 2, 3]", "Choose a .json file saved here"),
    "a list of files": (f"[{SOUND}]".encode(), "Choose a .json file saved here"),
    "another JSON": (b'{"type": "FeatureCollection", "features": []}', "format: it is missing"),
    "no fields": (b"{}", "scenarios: it is missing"),
    # Fields of the file.
    "no format": (without("format"), "format: it is missing. Save the file again"),
    "no version": (without("version"), "version: it is missing. Save the file again"),
    "no model": (without("model"), "model: it is missing. Save the file again"),
    "no data": (without("data"), "data: it is missing. Save the file again"),
    "no scenarios": (without("scenarios"), "scenarios: it is missing. Save the file again"),
    "another format": (whole(format="ppn"), "format: it should be 'ppn-scenarios'"),
    "another case": (whole(format="PPN-Scenarios"), "format: it should be 'ppn-scenarios'"),
    "format null": (whole(format=None), "format: it should be 'ppn-scenarios'"),
    "newer": (whole(version=2), "newer explorer"),
    "far newer": (whole(version=10**20), "newer explorer"),
    "older than the first": (whole(version=0), "version: it should be 1"),
    "a version below none": (whole(version=-1), "version: it should be 1"),
    "a version in words": (whole(version="1"), "version: it should be 1"),
    "half a version": (whole(version=1.5), "version: it should be 1"),
    "a version of lists": (whole(version=[1]), "version: it should be 1"),
    "model as number": (whole(model=1), "model: it should be a text"),
    "model too long": (whole(model="1" * 21), "model: it has more than 20 characters"),
    "model with markup": (whole(model="<b>1</b>"), "version of the model that none can have"),
    "data as null": (whole(data=None), "data: it should be a text"),
    "data too long": (whole(data="a" * 41), "data: it has more than 40 characters"),
    "data that hides": (whole(data="a\u202eb"), "version of the data that none can have"),
    "data of half a letter": (raw("data", '"\\ud800"'), "data: it holds characters"),
    "scenarios as object": (whole(scenarios={}), "scenarios: it should be a list"),
    "scenarios as text": (whole(scenarios="Our plan"), "scenarios: it should be a list"),
    "scenarios empty": (whole(scenarios=[]), "scenarios: it is empty"),
    "a scenario that is null": (whole(scenarios=[None]), "scenarios › 1"),
    "a scenario that is a list": (whole(scenarios=[[]]), "scenarios › 1"),
    "an unknown field": (whole(colour="red"), "colour: it is no field of a scenario file. Delete"),
    "a field of Python": (whole(__class__="x"), "it is no field of a scenario file. Delete"),
    "a field of JavaScript": (whole(__proto__={}), "it is no field of a scenario file. Delete"),
    "a field twice": (SOUND.replace('"data":', '"model":').encode(), "given twice. Delete one"),
    # Fields of a scenario.
    "no name": (without("name"), "scenarios › 1 › name: it is missing"),
    "no levers": (without("levers"), "scenarios › 1 › levers: it is missing"),
    "name empty": (edited(name=""), "name: it is empty. Write something there"),
    "name of spaces": (edited(name="   "), "needs a name"),
    "name as number": (edited(name=1), "name: it should be a text"),
    "name as list": (edited(name=["a"]), "name: it should be a text"),
    "name of 61": (edited(name="a" * 61), "name: it has more than 60 characters. Shorten it"),
    "name of 10,000": (edited(name="a" * 10_000), "name: it has more than 60 characters. Shorten"),
    "name that turns": (edited(name="plan\u202egpj"), "name holds characters that cannot be shown"),
    "name of no width": (edited(name="a\u200bb"), "name holds characters that cannot be shown"),
    "name with NUL": (edited(name="a\x00b"), "name holds characters that cannot be shown"),
    "name with a bell": (edited(name="a\x07b"), "name holds characters that cannot be shown"),
    "name with colours": (edited(name="\x1b[31mred"), "name holds characters that cannot be shown"),
    "name of half a letter": (raw("name", '"\\ud83d"'), "name: it holds characters"),
    "name halves turned": (raw("name", '"\\udd25\\ud83d"'), "name: it holds characters"),
    "two of one name": (
        whole(scenarios=json.loads(SOUND)["scenarios"] * 2),
        "are named “Our plan”",
    ),
    "note as list": (edited(note=[]), "note: it should be a text"),
    "note of 10,000": (
        edited(note="a" * 10_000),
        "note: it has more than 2000 characters. Shorten",
    ),
    "note that hides": (edited(note="a\u2066b"), "The note of “Our plan” holds characters"),
    "reasons as list": (edited(reasons=["why"]), "reasons: it should be names with their values"),
    "a reason as number": (edited(reasons={"retention": 1}), "retention: it should be a text"),
    "a reason for no lever": (
        edited(reasons={"wages": "why"}),
        "'wages', which is no lever. Delete",
    ),
    "a reason of 10,000": (edited(reasons={"retention": "a" * 10_000}), "more than 500 characters"),
    "a reason that hides": (edited(reasons={"retention": "a\u202eb"}), "reason for Fewer people"),
    "an unknown part": (edited(colour="red"), "scenarios › 1 › colour: it is no field"),
    # Levers.
    "levers as list": (edited(levers=[0.05]), "levers: it should be names with their values"),
    "levers as null": (edited(levers=None), "levers: it should be names with their values"),
    "no such lever": (edited(levers={"wages": 1}), "“wages” is no lever. Delete it"),
    "a lever with markup": (edited(levers={"<b>wages</b>": 1}), "is no lever. Delete it"),
    "a lever of SQL": (edited(levers={"'; drop table trust;--": 1}), "is no lever. Delete it"),
    "a lever without name": (edited(levers={"": 1}), "“” is no lever. Delete it"),
    "a lever in capitals": (edited(levers={"RETENTION": 0.05}), "“RETENTION” is no lever"),
    "a lever as text": (value('"0.05"'), "retention: it should be a number, without quotation"),
    "a lever as null": (value("null"), "retention: it should be a number"),
    "a lever as true": (value("true"), "retention: it should be a number"),
    "a lever as list": (value("[0.05]"), "retention: it should be a number"),
    "a lever as object": (value("{}"), "retention: it should be a number"),
    "a lever of formula": (value('"=1+1"'), "retention: it should be a number"),
    "NaN": (value("NaN"), "NaN is not a number"),
    "Infinity": (value("Infinity"), "Infinity is not a number"),
    "minus Infinity": (value("-Infinity"), "-Infinity is not a number"),
    "1e999": (value("1e999"), "retention: it is larger than any number"),
    "-1e999": (value("-1e999"), "retention: it is larger than"),
    "below its range": (value("-0.01"), "-0.01 is outside 0 to 0.12"),
    "beyond its range": (value("5"), "5 is outside 0 to 0.12"),
    "just beyond": (value("0.12000000000001"), "is outside 0 to 0.12"),
    "a number of Python": (value("1_0"), "Save it again"),
    "a number of C": (value("0x10"), "Save it again"),
    "a number with a plus": (value("+0.05"), "Save it again"),
    "a number without its nought": (value(".05"), "Save it again"),
    "full-width digits": (value("０"), "Save it again"),
    "half a switch": (SOUND.replace('"mandate": 0.0', '"mandate": 0.5').encode(), "not a whole"),
    "between its options": (SOUND.replace('"boards": 42.0', '"boards": 40').encode(), "boards"),
    "a lever twice": (SOUND.replace('"mandate":', '"retention":').encode(), "given twice. Delete"),
}
