"""Foreign, broken and hand-edited files: each is refused in words, and nothing else changes."""

import json
import tomllib
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import LONGEST_NAME, Kept
from ppn_scenarios.sharing.scenario_file import LARGEST

from .reader import ROOT, arrive, assert_sound, warnings

MINE = Kept(name="Our plan", scenario=Scenario(retention=0.05), data="abcd1234")
SOUND = scenario_file.write([MINE], "abcd1234")
REFUSED = "Nothing was taken in"


def edited(**changes: Any) -> bytes:
    """A sound file with some fields of its scenario edited by hand."""
    whole = json.loads(SOUND)
    whole["scenarios"][0] |= changes
    return json.dumps(whole, ensure_ascii=False).encode()


def zipped() -> bytes:
    """A sound file inside an archive, as mail programs make it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("plan.json", SOUND)
    return out.getvalue()


BAD = {  # content, and words that its reader is told
    "empty": (b"", "is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text"),
    "an archive": (zipped(), "The file"),
    "another alphabet": (SOUND.encode("utf-16"), "saved as UTF-16"),
    "a table": (b"year,fte\n2037,37900\n", "is no JSON (line 1"),
    "a web page": (b"<!doctype html><script>alert(1)</script>", "is no JSON (line 1"),
    "another JSON": (b'{"type": "FeatureCollection", "features": []}', "format"),
    "a list": (b"[1, 2, 3]", "Choose a .json file saved here"),
    "truncated": (SOUND.encode()[: len(SOUND) // 2], "breaks off"),
    "newer": (SOUND.replace('"version": 1', '"version": 9').encode(), "newer explorer"),
    "too long": (b" " * (LARGEST + 1), "bytes long"),
    "nested": (b"[" * 100_000, "nested too deeply"),
    "a number twice": (SOUND.replace('"mandate":', '"retention":').encode(), "given twice"),
    "no number": (SOUND.replace('"retention": 0.05', '"retention": NaN').encode(), "not a number"),
    "beyond its range": (edited(levers={"retention": 5}), "outside 0 to 0.12"),
    "no lever": (edited(levers={"<b>wages</b>": 1}), "is no lever"),
    "a name of 10,000": (
        edited(name="a" * 10_000),
        "name: it has more than 60 characters. Shorten it",
    ),
    "a name that hides": (edited(name="plan\u202egpj"), "cannot be shown"),
    "a name of nothing": (edited(name="   "), "needs a name"),
    "a long note": (edited(note="a" * 10_000), "note: it has more than 2000 characters"),
}


def reader() -> AppTest:
    """A reader with a scenario on screen, one that is kept, and the field for files open."""
    app = arrive("pages/record.py", leave_psy=0.1)
    app.session_state["kept"] = {"Mine": replace(MINE, name="Mine")}
    app.session_state["take_in"] = True
    return app.run()


def give(app: AppTest, content: bytes) -> AppTest:
    """The page after a file was chosen."""
    app.file_uploader(key="kept_file").set_value(("plan.json", content, "application/json"))
    return app.run()


def test_each_bad_file_is_refused_in_words_and_the_scenario_stays():
    app = reader()
    for what, (content, words) in BAD.items():
        give(app, content)
        assert_sound(app)
        said = warnings(app).get(REFUSED, "").replace("\\", "").replace("\u2060", "")
        assert words in said, (what, said)
        assert len(said) < 1_000, what
        assert app.session_state["scenario"] == Scenario(leave_psy=0.1), what
        assert list(app.session_state["kept"]) == ["Mine"], what
    give(app, SOUND.encode())
    assert REFUSED not in warnings(app), "a sound file after bad ones is taken"
    assert list(app.session_state["kept"]) == ["Mine", "Our plan"]


@pytest.mark.parametrize(
    "name", ["<b>bold</b> [a](http://b.c)", "خطة العمل", "🧭" * LONGEST_NAME, "=1+1", "$x$ :smile:"]
)
def test_a_name_of_any_script_is_taken_and_shown_as_typed(name):
    app = give(reader(), edited(name=name))
    assert_sound(app)
    assert name in app.session_state["kept"]
    shown = [panel.label.replace("\u2060", "") for panel in app.expander]
    plain = [label.replace("\\", "") for label in shown]
    assert name in plain
    for sign in set(name) & set("<>[]()$:*_`"):
        assert f"\\{sign}" in shown[plain.index(name)], "a sign that Markdown would act on"


def test_the_server_takes_no_upload_that_is_larger_than_a_scenario_file_can_be():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["maxUploadSize"] * 1_000_000 >= LARGEST
    assert settings["server"]["maxUploadSize"] == 1
