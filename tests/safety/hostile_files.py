"""Bad files by name, of each kind that is taken in: what people and attackers hand over."""

import gzip
import json
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import LONGEST_NAME, LONGEST_NOTE, Kept
from ppn_scenarios.sharing.scenes import Scene, scene, scene_file
from ppn_scenarios.sharing.strict_file import LARGEST

RETENTION: Final = '"retention": 0.05'
Bad = dict[str, tuple[bytes, str]]  # by name: a file, and words that its reader must be told


@dataclass(frozen=True)
class Kind:
    """A kind of file: a sound one, what its parts are called, and how long they may be."""

    what: str
    format: str
    sound: str
    each: str  # the field that holds its scenarios or scenes
    name: str  # the field that names one
    most: int  # of its parts
    longest: int
    longest_note: int

    def whole(self, **changes: Any) -> bytes:
        """A sound file with some fields of the file changed by hand."""
        return json.dumps(json.loads(self.sound) | changes, ensure_ascii=False).encode()

    def edited(self, **changes: Any) -> bytes:
        """A sound file with some fields of its first part changed by hand."""
        found = json.loads(self.sound)
        found[self.each][0] |= changes
        return json.dumps(found).encode()

    def without(self, field: str) -> bytes:
        """A sound file that lacks a field of the file or of its first part."""
        found = json.loads(self.sound)
        (found if field in found else found[self.each][0]).pop(field)
        return json.dumps(found).encode()

    def value(self, text: str) -> bytes:
        """A sound file with something else where the number of a lever stands."""
        assert RETENTION in self.sound
        return self.sound.replace(RETENTION, f'"retention": {text}').encode()

    def raw(self, field: str, text: str) -> bytes:
        """A sound file with a text, as JSON writes it, in a field."""
        found = {self.name: '"Our plan"', "data": '"abcd1234"', "version": "1"}[field]
        assert f'"{field}": {found}' in self.sound
        return self.sound.replace(f'"{field}": {found}', f'"{field}": {text}').encode()


SCENARIOS: Final = Kind(
    what="a scenario file",
    format="ppn-scenarios",
    sound=scenario_file.write(
        [Kept(name="Our plan", scenario=Scenario(retention=0.05), data="abcd1234")], "abcd1234"
    ),
    each="scenarios",
    name="name",
    most=scenario_file.MOST,
    longest=LONGEST_NAME,
    longest_note=LONGEST_NOTE,
)
SCENES: Final = Kind(
    what="a file of scenes",
    format="ppn-scenes",
    sound=scene_file.write(
        [Scene(title="Our plan", page="app.py", scenario=Scenario(retention=0.05))], "abcd1234"
    ),
    each="scenes",
    name="title",
    most=scene.MOST_SCENES,
    longest=scene.LONGEST_TITLE,
    longest_note=scene.LONGEST_NOTE,
)


def packed(name: str, content: bytes) -> bytes:
    """A file inside an archive, as mail programs make it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


MANY: Final = {f"x{i}": 1 for i in range(20_000)}


def bad_files(f: Kind) -> Bad:
    """Files that are bad whatever kind they should be of."""
    return {
        # No text at all.
        "empty": (b"", "gain from the explorer"),
        "spaces": (b" \n\t \r\n", "gain from the explorer"),
        "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text"),
        "a program": (b"MZ\x90\x00\x03" + bytes(range(256)) * 4, "not text"),
        "a document": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not text"),
        "zeros": (b"\x00" * 1_000, "gain from the explorer"),
        "all bytes": (bytes(range(256)) * 10, "not text"),
        "an archive": (packed("plan.json", f.sound.encode()), "The file"),
        "a zip bomb": (packed("plan.json", b" " * 50_000_000), "The file"),
        "a gzip bomb": (gzip.compress(b"[" * 20_000_000), "not text"),
        "a workbook": (packed("xl/workbook.xml", b"<workbook/>"), "The file"),
        # Text of another kind.
        "a table": (b"year,fte\n2037,37900\n", "is no JSON (line 1, column 1)"),
        "a web page": (b"<!doctype html><script>alert(1)</script>", "a web page"),
        "a program in Python": (b"import os; os.system('true')", "gain from the explorer"),
        "a pickle": (b"cos\nsystem\n(S'true'\ntR.", "gain from the explorer"),
        "yaml that runs": (b"!!python/object/apply:os.system ['true']", "gain from the explorer"),
        "xml that opens files": (
            b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
            "gain from the explorer",
        ),
        "a link": (b"https://example.org/?v=1&retention=0.05", "gain from the explorer"),
        "comments": (b"// our plan\n" + f.sound.encode(), "a comment stands here"),
        "single quotes": (f.sound.replace('"', "'").encode(), "a single quotation mark"),
        "a comma too many": (f.sound.replace("}\n", "},\n", 1).encode(), "a comma too many"),
        "two files in one": (f.sound.encode() * 2, "two files were in one"),
        "truncated": (f.sound.encode()[: len(f.sound) // 2], "breaks off"),
        "truncated in a letter": (
            f.whole(data="é")[:-20].split("é".encode())[0] + b"\xc3",
            "not text",
        ),
        # Letters.
        "utf-16": (f.sound.encode("utf-16"), "with the encoding UTF-8"),
        "utf-16 without its mark": (f.sound.encode("utf-16-le"), "with the encoding UTF-8"),
        "utf-32": (f.sound.encode("utf-32"), "with the encoding UTF-8"),
        "latin letters": (f.sound.replace("Our plan", "Café").encode("latin-1"), "not text"),
        "surrogates as bytes": (f.sound.encode().replace(b"Our plan", b"\xed\xa0\x80"), "not text"),
        "overlong letters": (f.sound.encode().replace(b"Our plan", b"\xc0\xaf"), "not text"),
        "a NUL in the middle": (
            f.sound.encode().replace(b"Our", b"O\x00ur"),
            "gain from the explorer",
        ),
        "a mark in the middle": (
            f.sound.replace('"version"', '\ufeff"version"').encode(),
            "gain from the explorer",
        ),
        # Size and depth.
        "too long": (b" " * (LARGEST + 1), "bytes long"),
        "deep lists": (b"[" * 100_000, "nested too deeply"),
        "deep objects": (b'{"a":' * 60_000, "nested too deeply"),
        "deep in a field": (f.whole(format=json.loads("[" * 400 + "]" * 400)), "format"),
        "many fields": (f.whole(**MANY), "names, more than any part of ours. Correct"),
        "many levers": (f.edited(levers=MANY), "has 20,000 names, more than any"),
        "one long number": (f.value("1" + "0" * 5_000), "5,001 digits"),
        "a number past floats": (f.value("1" + "0" * 400), "401 digits"),
        "a long field name": (f.whole(**{"x" * 100_000: 1}), "is no field"),
        "a long lever name": (f.edited(levers={"x" * 100_000: 1}), "is no lever. Delete it"),
        # Other JSON.
        "null": (b"null", "Choose a .json file saved here"),
        "a number": (b"5", "Choose a .json file saved here"),
        "a text": (b'"Our plan"', "Choose a .json file saved here"),
        "a list": (b"[1, 2, 3]", "Choose a .json file saved here"),
        "a list of files": (f"[{f.sound}]".encode(), "Choose a .json file saved here"),
        "another JSON": (b'{"type": "FeatureCollection", "features": []}', "format: it is missing"),
        "no fields": (b"{}", f"{f.each}: it is missing"),
        # Fields of the file.
        "no format": (f.without("format"), "format: it is missing. Save the file again"),
        "no version": (f.without("version"), "version: it is missing. Save the file again"),
        "no model": (f.without("model"), "model: it is missing. Save the file again"),
        "no data": (f.without("data"), "data: it is missing. Save the file again"),
        "another format": (f.whole(format="ppn"), f"format: it should be '{f.format}'"),
        "another case": (f.whole(format=f.format.upper()), f"format: it should be '{f.format}'"),
        "format null": (f.whole(format=None), f"format: it should be '{f.format}'"),
        "newer": (f.whole(version=2), "newer explorer"),
        "far newer": (f.whole(version=10**20), "newer explorer"),
        "older than the first": (f.whole(version=0), "version: it should be 1"),
        "a version below none": (f.whole(version=-1), "version: it should be 1"),
        "a version in words": (f.whole(version="1"), "version: it should be 1"),
        "half a version": (f.whole(version=1.5), "version: it should be 1"),
        "a version of lists": (f.whole(version=[1]), "version: it should be 1"),
        "model as number": (f.whole(model=1), "model: it should be a text"),
        "model too long": (f.whole(model="1" * 21), "model: it has more than 20 characters"),
        "model with markup": (f.whole(model="<b>1</b>"), "version of the model that none can have"),
        "data as null": (f.whole(data=None), "data: it should be a text"),
        "data too long": (f.whole(data="a" * 41), "data: it has more than 40 characters"),
        "data that hides": (f.whole(data="a\u202eb"), "version of the data that none can have"),
        "data of half a letter": (f.raw("data", '"\\ud800"'), "data: it holds characters"),
        "an unknown field": (f.whole(colour="red"), f"colour: it is no field of {f.what}. Delete"),
        "a field of Python": (f.whole(__class__="x"), f"it is no field of {f.what}. Delete"),
        "a field of JavaScript": (
            f.whole(__proto__={}),
            f"it is no field of {f.what}. Delete",
        ),
        "a field twice": (
            f.sound.replace('"data":', '"model":').encode(),
            "given twice. Delete one",
        ),
        # Fields of a scenario.
        "no name": (f.without(f.name), f"{f.each} › 1 › {f.name}: it is missing"),
        "name empty": (f.edited(**{f.name: ""}), f"{f.name}: it is empty. Write something there"),
        "name of spaces": (f.edited(**{f.name: "   "}), f"needs a {f.name}"),
        "name as number": (f.edited(**{f.name: 1}), f"{f.name}: it should be a text"),
        "name as list": (f.edited(**{f.name: ["a"]}), f"{f.name}: it should be a text"),
        "name of one too many": (
            f.edited(**{f.name: "a" * (f.longest + 1)}),
            f"{f.name}: it has more than {f.longest} characters. Shorten it",
        ),
        "name of 10,000": (
            f.edited(**{f.name: "a" * 10_000}),
            f"{f.name}: it has more than {f.longest} characters. Shorten",
        ),
        "name that turns": (
            f.edited(**{f.name: "plan\u202egpj"}),
            "characters that cannot be shown",
        ),
        "name of no width": (f.edited(**{f.name: "a\u200bb"}), "characters that cannot be shown"),
        "name with NUL": (f.edited(**{f.name: "a\x00b"}), "characters that cannot be shown"),
        "name with a bell": (f.edited(**{f.name: "a\x07b"}), "characters that cannot be shown"),
        "name with colours": (
            f.edited(**{f.name: "\x1b[31mred"}),
            "characters that cannot be shown",
        ),
        "name of half a letter": (f.raw(f.name, '"\\ud83d"'), f"{f.name}: it holds characters"),
        "name halves turned": (f.raw(f.name, '"\\udd25\\ud83d"'), f"{f.name}: it holds characters"),
        "note as list": (f.edited(note=[]), "note: it should be a text"),
        "note of 10,000": (
            f.edited(note="a" * 10_000),
            f"note: it has more than {f.longest_note} characters. Shorten",
        ),
        "note that hides": (f.edited(note="a\u2066b"), "The note of “Our plan” holds characters"),
        "an unknown part": (f.edited(colour="red"), f"{f.each} › 1 › colour: it is no field"),
        # Levers.
        "levers as list": (f.edited(levers=[0.05]), "levers: it should be names with their values"),
        "no such lever": (f.edited(levers={"wages": 1}), "“wages” is no lever. Delete it"),
        "a lever with markup": (f.edited(levers={"<b>wages</b>": 1}), "is no lever. Delete it"),
        "a lever of SQL": (
            f.edited(levers={"'; drop table trust;--": 1}),
            "is no lever. Delete it",
        ),
        "a lever without name": (f.edited(levers={"": 1}), "“” is no lever. Delete it"),
        "a lever in capitals": (f.edited(levers={"RETENTION": 0.05}), "“RETENTION” is no lever"),
        "a lever as text": (
            f.value('"0.05"'),
            "retention: it should be a number, without quotation",
        ),
        "a lever as null": (f.value("null"), "retention: it should be a number"),
        "a lever as true": (f.value("true"), "retention: it should be a number"),
        "a lever as list": (f.value("[0.05]"), "retention: it should be a number"),
        "a lever as object": (f.value("{}"), "retention: it should be a number"),
        "a lever of formula": (f.value('"=1+1"'), "retention: it should be a number"),
        "NaN": (f.value("NaN"), "NaN is not a number"),
        "Infinity": (f.value("Infinity"), "Infinity is not a number"),
        "minus Infinity": (f.value("-Infinity"), "-Infinity is not a number"),
        "1e999": (f.value("1e999"), "retention: it is larger than any number"),
        "-1e999": (f.value("-1e999"), "retention: it is larger than"),
        "below its range": (f.value("-0.01"), "-0.01 is outside 0 to 0.12"),
        "beyond its range": (f.value("5"), "5 is outside 0 to 0.12"),
        "just beyond": (f.value("0.12000000000001"), "is outside 0 to 0.12"),
        "a number of Python": (f.value("1_0"), "gain from the explorer"),
        "a number of C": (f.value("0x10"), "gain from the explorer"),
        "a number with a plus": (f.value("+0.05"), "begins with a digit or a minus"),
        "a number without its nought": (f.value(".05"), "begins with a digit or a minus"),
        "full-width digits": (f.value("０"), "gain from the explorer"),
        "half a switch": (
            f.sound.replace('"mandate": 0.0', '"mandate": 0.5').encode(),
            "not a whole",
        ),
        "between its options": (
            f.sound.replace('"boards": 42.0', '"boards": 40').encode(),
            "boards",
        ),
        "a lever twice": (
            f.sound.replace('"mandate":', '"retention":').encode(),
            "given twice. Delete",
        ),
        # What programs on a desk do to a file.
        "notepad's unicode": (f.sound.replace("\n", "\r\n").encode("utf-16"), "is saved as UTF-16"),
        "big-endian unicode": (
            "\ufeff".encode("utf-16-be") + f.sound.encode("utf-16-be"),
            "as UTF-16",
        ),
        "quotes of a word processor": (
            f.sound.replace('"', "“").encode(),
            "a typographic quotation",
        ),
        "quotes of French": (f.sound.replace('"', "«").encode(), "a typographic quotation mark"),
        "a decimal comma": (f.value("0,05"), "a decimal comma stands here; JSON has a point"),
        "a per cent sign": (f.value("5%"), "is no JSON (line"),
        "a comment at the end of a line": (f.value("0.05 // ours"), "a comment stands here"),
        "a comment in the middle": (f.value("/* ours */ 0.05"), "a comment stands here"),
        "semicolons": (f.sound.replace(",", ";").encode(), "a semicolon stands here"),
        "no quotes around names": (f.sound.replace('"retention"', "retention").encode(), "no JSON"),
        "words of Python": (f.value("None"), "a word of Python"),
        "a line break in a text": (
            f.raw(f.name, '"Our\nplan"'),
            "a line break or another character",
        ),
        "a backslash too many": (f.raw(f.name, '"C:\\Users"'), "is no JSON (line"),
        "cut by a chat": (f.sound.encode()[:300] + "…".encode(), "is no JSON (line"),
        "a number as a text": (f.value('"5"'), "should be a number, without quotation marks"),
        "a number with blanks": (f.value("0. 05"), "is no JSON (line"),
        "a number of thousands": (f.value("1,000"), "a decimal comma stands here"),
        "1e400": (f.value("1e400"), "larger than any number a lever can have"),
        "a version that is true": (f.whole(version=True), "version: it should be 1"),
        "a huge version": (f.raw("version", "9" * 400), "400 digits"),
        "a scenario with a key of no width": (f.edited(**{"note\u200b": "a"}), "it is no field"),
    }


def _parts(f: Kind) -> Bad:
    """Files whose list of parts is bad."""
    one = json.loads(f.sound)[f.each]
    said = f"{f.each}: it should be a list"
    return {
        "no parts": (f.without(f.each), f"{f.each}: it is missing. Save the file again"),
        "parts as object": (f.whole(**{f.each: {}}), said),
        "parts as text": (f.whole(**{f.each: "Our plan"}), said),
        "parts empty": (f.whole(**{f.each: []}), f"{f.each}: it is empty"),
        "a part that is null": (f.whole(**{f.each: [None]}), f"{f.each} › 1"),
        "a part that is a list": (f.whole(**{f.each: [[]]}), f"{f.each} › 1"),
        "many parts": (f.whole(**{f.each: one * 51}), f"has more than {f.most}"),
        "a long list": (f.whole(**{f.each: [0] * 30_000}), f"has more than {f.most}"),
        "one bad part among good ones": (
            f.whole(**{f.each: [*one, {**one[0], f.name: "Other", "levers": {"retention": 9}}]}),
            "is outside 0 to 0.12",
        ),
    }


OF_SCENARIOS: Final[Bad] = {
    "a file of scenes": (SCENES.sound.encode(), "a file of scenes. Take it in on the page Talk"),
    "no levers": (SCENARIOS.without("levers"), "scenarios › 1 › levers: it is missing"),
    "levers as null": (SCENARIOS.edited(levers=None), "levers: it should be names with their val"),
    "two of one name": (
        SCENARIOS.whole(scenarios=json.loads(SCENARIOS.sound)["scenarios"] * 2),
        "are named “Our plan”",
    ),
    "many reasons": (
        SCENARIOS.edited(reasons=dict.fromkeys(list(MANY)[:9_000], "why")),
        "has 9,000 names, more than any",
    ),
    "a long reason name": (
        SCENARIOS.edited(reasons={"x" * 100_000: "y"}),
        "is no lever. Delete it",
    ),
    "reasons as list": (SCENARIOS.edited(reasons=["why"]), "reasons: it should be names with"),
    "a reason as number": (SCENARIOS.edited(reasons={"retention": 1}), "retention: it should be a"),
    "a reason for no lever": (
        SCENARIOS.edited(reasons={"wages": "why"}),
        "'wages', which is no lever. Delete",
    ),
    "a reason of 10,000": (
        SCENARIOS.edited(reasons={"retention": "a" * 10_000}),
        "more than 500 characters",
    ),
    "a reason that hides": (
        SCENARIOS.edited(reasons={"retention": "a\u202eb"}),
        "reason for Fewer people",
    ),
}
OF_SCENES: Final[Bad] = {
    "a file of scenarios": (
        SCENARIOS.sound.encode(),
        "of scenarios. Take it in on the page Record",
    ),
    "no page": (SCENES.without("page"), "scenes › 1 › page: it is missing"),
    "a page as list": (SCENES.edited(page=["app.py"]), "page: it should be a text"),
    "a page off the stage": (SCENES.edited(page="pages/trust.py"), "no page that can stand on"),
    "a page of the disk": (SCENES.edited(page="../../etc/passwd"), "no page that can stand on the"),
    "a page elsewhere": (SCENES.edited(page="https://example.org"), "no page that can stand on"),
    "minutes as text": (SCENES.edited(minutes="5"), "minutes: it should be a whole number"),
    "minutes and a half": (SCENES.edited(minutes=5.5), "minutes: it should be a whole number"),
    "minutes of a float": (SCENES.edited(minutes=5.0), "minutes: it should be a whole number"),
    "minutes as true": (SCENES.edited(minutes=True), "minutes: it should be a whole number"),
    "no minutes": (SCENES.edited(minutes=0), "minutes: it should be 1 or more"),
    "a day": (SCENES.edited(minutes=1_440), "minutes: it should be 60 or less"),
    "a view as list": (SCENES.edited(view=["england"]), "view: it should be names with their"),
    "a view of numbers": (SCENES.edited(view={"year": 2037}), "year: it should be a text"),
    "no such setting": (SCENES.edited(view={"colour": "red"}), "“colour” is no setting of a scene"),
    "a setting of windows": (SCENES.edited(view={"window": "notes"}), "is no setting of a scene"),
    "no such place": (SCENES.edited(view={"place": "XYZ"}), "Place (place) cannot be “XYZ”"),
    "a place of markup": (SCENES.edited(view={"place": "<b>"}), "Place (place) cannot be"),
    "a long setting": (SCENES.edited(view={"plans": "a" * 401}), "more than 400 characters"),
    "many settings": (SCENES.edited(view=dict.fromkeys(list(MANY)[:90], "")), "has more than"),
    "levers to try as text": (SCENES.edited(to_try="retention"), "to_try: it should be a list"),
    "no such lever to try": (SCENES.edited(to_try=["wages"]), "“wages” to try, which is no lever"),
    "a lever to try twice": (SCENES.edited(to_try=["retention"] * 2), "“retention” to try twice"),
    "too many to try": (SCENES.edited(to_try=["retention"] * 4), "to_try: it has more than 3"),
    "a plan, which no file has": (SCENES.edited(plan="together"), "plan: it is no field"),
    "a field of the storyline": (SCENES.edited(beside=True), "beside: it is no field"),
}
BAD_FILES: Final[dict[Kind, Bad]] = {
    SCENARIOS: bad_files(SCENARIOS) | _parts(SCENARIOS) | OF_SCENARIOS,
    SCENES: bad_files(SCENES) | _parts(SCENES) | OF_SCENES,
}
