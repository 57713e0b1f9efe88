"""The accessibility statement is what the tests and the declarations say, and can be read."""

import re

from ppn_scenarios.ui import statement
from ppn_scenarios.ui.predict.state import KEYS as PREDICT
from ppn_scenarios.ui.present.controls import KEYS as STAGE
from ppn_scenarios.ui.steps import KEYS as STEPS
from tests.browser import axe
from tests.browser.test_axe import DESK, JUDGED, PHONE

from .reader import arrive, assert_sound

WHOLE = statement.FILE.read_text("utf-8")


def test_the_statement_opens_from_the_foot_of_a_page() -> None:
    app = arrive("pages/trust.py")
    app.button(key="statement").click().run()
    assert_sound(app)
    said = next(m.value for m in app.markdown if "partially compliant" in m.value)
    assert "[placeholder: name, e-mail address and telephone number" in said
    assert re.findall(r"\]\((?!https?:)", said) == [], "a link to a file that no reader has"


def test_every_key_of_the_explorer_is_in_the_statement() -> None:
    for key in {*STEPS.values(), *PREDICT.values(), *STAGE.values()}:
        assert key.replace("+", " and ") in WHOLE, key


def test_the_statement_names_what_scans_at_which_widths_and_each_fault_upstream() -> None:
    found = re.search(r"axe v(\S+)", axe.script()[:200])
    assert found
    assert f"axe-core {found[1]}" in WHOLE
    assert f"at {DESK} and {PHONE} pixels" in WHOLE
    for known in JUDGED:
        assert known.kind == "incomplete", "a violation is not judged away"
        assert not known.upstream or known.upstream in WHOLE
