"""Files of charts and tables: they hold the same numbers, and say what they are and rest on."""

import io
import re
from datetime import date

import altair as alt
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ppn_scenarios.assumptions import ASSUMPTIONS, LEVERS, Scenario
from ppn_scenarios.assumptions.version import MODEL_VERSION
from ppn_scenarios.sharing.about import LONGEST_TITLE, about, file_name, in_a_picture, plain, said
from ppn_scenarios.sharing.spreadsheet import of_cells
from ppn_scenarios.sharing.ways import Way, of_chart, of_table, unit_of

LINK = "https://example.org/?v=1&retention=0.05"
BARE = next(name for name, lever in LEVERS.items() if lever.is_placeholder)
SPEC = (
    alt.Chart(alt.NamedData("d"))
    .mark_line()
    .encode(x=alt.X("year:Q", title=None), y=alt.Y("value:Q", title="Full-time equivalent staff"))
    .to_dict()
)
ROWS = [("Mine", "#000", 2023, 1.5), ("Mine", "#000", 2037, 2.25)]
COLUMNS = ("line", "colour", "year", "value")
TABLE = pa.Table.from_pylist([dict(zip(COLUMNS, row, strict=True)) for row in ROWS])


def lines(
    scenario: Scenario | None = None, source: str = "", most: int | None = None
) -> dict[str, str]:
    """What a file says of itself."""
    return about(
        "Staff in **England**",
        scenario or Scenario(retention=0.05),
        unit="FTE",
        numbers="not rounded",
        source=source,
        data_version="abcd1234",
        day=date(2026, 11, 7),
        link=LINK,
        place="England",
        most=most,
    )  # fmt: skip


def made(ways: tuple[Way, ...]) -> dict[str, str | bytes]:
    """Every kind of file, made."""
    return {way.ending: way.make() for way in ways}


def test_a_file_says_title_unit_source_status_versions_date_and_link() -> None:
    told = lines()
    assert told["Title"] == "Staff in England"
    assert told["Unit"] == "FTE"
    assert "model" in told["Source"]
    assert "not a forecast" in told["Status"]
    assert told["Scenario"] == "Fewer people leaving 5%."
    assert (told["Model version"], told["Data version"]) == (MODEL_VERSION, "abcd1234")
    assert told["Date"] == "7 November 2026"
    assert told["Link"] == LINK


def test_a_file_counts_the_levers_without_a_source() -> None:
    bare = [a for a in LEVERS.values() if a.rests_on.startswith("No source")]
    assert f"{len(bare)} of {len(LEVERS)} levers have no published source" in lines()["Status"]


def test_a_setting_that_is_a_placeholder_says_so() -> None:
    lever = ASSUMPTIONS[BARE]
    moved = lever.high if lever.default != lever.high else lever.low
    assert said(Scenario(**{BARE: moved})).endswith(f"{lever.show(moved)} (a placeholder).")
    assert said(Scenario()) == "As things stand."


def test_a_picture_names_some_settings_and_counts_the_others() -> None:
    every = Scenario(**{n: a.high for n, a in LEVERS.items()})
    changes = len(every.changes())
    assert f"and {changes - 2} more, in the link" in said(every, 2)
    assert said(every).count(";") == changes - 1
    under = in_a_picture(lines(every, most=2))
    assert LINK in under
    assert f"Model {MODEL_VERSION}, data abcd1234, 7 November 2026." in under


def test_published_numbers_do_not_pass_for_results_of_the_model() -> None:
    told = lines(source="NHS England, 2024")
    assert told["Source"] == "NHS England, 2024"
    assert "not a result of the model" in told["Status"]
    assert "Scenario" not in told


def test_a_chart_becomes_a_picture_a_drawing_and_its_numbers() -> None:
    files = made(of_chart(TABLE, SPEC, lines(), lines(most=5), ("colour",)))
    assert bytes(files["png"])[:4] == b"\x89PNG"  # type: ignore[arg-type]
    drawing = re.sub(r"<[^>]+>", " ", str(files["svg"]))
    assert "Staff in England" in drawing
    assert "not a forecast" in drawing
    back = pd.read_csv(io.StringIO(str(files["csv"])), comment="#")
    assert list(back.columns) == ["line", "year", "value"], "a colour is no result"
    assert back["value"].tolist() == [1.5, 2.25]


def test_a_table_becomes_a_spreadsheet_and_parquet_with_the_same_numbers() -> None:
    head, rows = ("Year", "Staff", "Said"), (("2023", "27,800", "=1+1"), ("2037", "", "80 to 110"))
    files = made(of_table(head, rows, lines()))
    kept = pq.read_table(io.BytesIO(bytes(files["parquet"])))  # type: ignore[arg-type]
    assert kept.column("Year").to_pylist() == [2023, 2037]
    assert kept.column("Staff").to_pylist() == [27_800, None]
    assert kept.column("Said").to_pylist() == ["=1+1", "80 to 110"]
    assert (kept.schema.metadata or {})[b"Link"] == LINK.encode()
    text = str(files["csv"])
    assert '2023,27800,"\'=1+1"' in text
    assert '2037,"","80 to 110"' in text


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["1,200", "−3"], [1_200, -3]),
        (["1.5", "2"], [1.5, 2.0]),
        (["5%", "7%"], ["5%", "7%"]),
        (["007", "008"], ["007", "008"]),
        (["1", "about 2"], ["1", "about 2"]),
        (["12,00", "1"], ["12,00", "1"]),
        (["", ""], ["", ""]),
    ],
)
def test_only_a_column_of_plain_numbers_becomes_numbers(
    cells: list[str], numbers: list[object]
) -> None:
    assert of_cells(("A",), [[cell] for cell in cells])["A"].tolist() == numbers


def test_two_headings_of_one_name_are_kept_apart() -> None:
    assert list(of_cells(("A", "A"), [("x", "y")]).columns) == ["A (1)", "A (2)"]


def test_the_unit_is_what_the_axes_say() -> None:
    assert unit_of({"layer": [SPEC, SPEC]}) == "Full-time equivalent staff"


def test_a_title_is_whole_sentences_without_marks() -> None:
    assert plain(r"*My plan* gives **38,800** for \$5") == "My plan gives 38,800 for $5"
    long = plain("The goal is met. " + "It is far. " * 40)
    assert len(long) <= LONGEST_TITLE
    assert long.endswith("It is far.")
    assert plain("a" * 150 + " " + "b" * 150) == "a" * 150 + "…"


def test_a_file_is_named_after_what_it_shows_in_letters_that_every_computer_takes() -> None:
    assert file_name("Staff in England, March 2037", "csv") == "ppn-staff-in-england-march-2037.csv"
    long = "Staff in England, March 2037: As things stand 37,900; My scenario 38,800"
    assert file_name(long, "csv") == "ppn-staff-in-england-march-2037.csv"
    assert file_name("../../etc/<b>", "png") == "ppn-etc-b.png"
    assert file_name("🧭", "svg") == "ppn-file.svg"
    assert len(file_name("word " * 100, "csv")) < 70
