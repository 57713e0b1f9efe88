"""What a link may have meant: named where one thing is near, and never guessed between two."""

import pytest

from ppn_scenarios.sharing import meant
from ppn_scenarios.wording.places import places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("London", "Y56"),
        ("the south wst", "Y58"),
        ("england", "england"),
        ("ENGLAND", "england"),
        ("qmf", "QMF"),
        ("QMFF", "QMF"),
        ("north east lndon", "QMF"),
        ("North East London ", "QMF"),
        ("South Yorkshre", "QF7"),
    ],
)
def test_a_place_is_meant_by_its_code_or_name_in_any_case_and_nearly_so(
    text: str, code: str
) -> None:
    assert f"has the code {code}: if that" in meant.place_meant(text, places())


@pytest.mark.parametrize("text", ["", "QZZ", "Y5", "Atlantis", "E54000029", "x" * 4_000])
def test_where_no_place_is_near_or_several_are_the_look_of_codes_is_said(text: str) -> None:
    assert meant.place_meant(text, places()).startswith("A place has a code such as Y61 or QHG")


def test_a_place_that_is_not_there_is_never_the_one_that_is_meant() -> None:
    assert "QWE or Y58" in meant.place_meant("London", ("england", "Y58", "QWE"))


def test_no_word_is_nearest_where_two_are_as_near() -> None:
    assert meant.nearest("2031", ["2030", "2032"]) == ""
    assert meant.nearest("2030", ["2030", "2032"]) == "2030"
    assert meant.nearest("anything", []) == ""
