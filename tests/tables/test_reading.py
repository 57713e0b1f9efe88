"""Whatever is in a file, reading it gives rows that fit or a refusal in words."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppn_scenarios.tables.cells import CELL_RULES
from ppn_scenarios.tables.checks import read_rules
from ppn_scenarios.tables.csv_file import Column, read_csv_file
from ppn_scenarios.tables.database import DATA
from ppn_scenarios.tables.errors import DataError, Problem

COLUMNS = [
    Column(name="code", type="VARCHAR", nullable=False),
    Column(name="value", type="DOUBLE", nullable=True),
]
anything = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@anything
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_in_words(tmp_path, raw):
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    with pytest.raises(DataError) as error:
        read_csv_file(path, COLUMNS)
    assert str(error.value).startswith(f"{tmp_path.name}/table.csv")


@anything
@given(raw=st.binary(max_size=60) | st.text('a,1."\r\n-e é', max_size=60).map(str.encode))
def test_what_is_read_under_a_good_header_fits_its_columns(tmp_path, raw):
    path = tmp_path / "table.csv"
    path.write_bytes(b"value,code\n" + raw)
    try:
        file = read_csv_file(path, COLUMNS)
    except DataError as error:
        assert "table.csv" in str(error)
    else:
        assert len(file.lines) == len(file.cells["code"]) == len(file.cells["value"]) > 0
        assert all(code and code == code.strip() for code in file.cells["code"])
        assert all(value is None or -1e12 < float(value) < 1e12 for value in file.cells["value"])


@anything
@given(
    rows=st.lists(
        st.tuples(
            st.text(min_size=1, max_size=9).filter(
                lambda text: text.isprintable() and text == text.strip()
            ),
            st.none() | st.integers(-(10**9), 10**9),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_what_was_written_is_what_is_read(tmp_path, rows):
    path = tmp_path / "table.csv"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([("code", "value"), *rows])
    path.write_text(text.getvalue(), encoding="utf-8")
    file = read_csv_file(path, COLUMNS)
    assert file.cells["code"] == [code for code, _ in rows]
    assert file.cells["value"] == [None if v is None else str(v) for _, v in rows]
    assert file.lines == list(range(2, len(rows) + 2))


@pytest.mark.parametrize(
    ("type_", "cell", "fits"),
    [
        ("INTEGER", "0", True),
        ("INTEGER", "-12", True),
        ("INTEGER", "+12", False),
        ("INTEGER", "1.0", False),
        ("INTEGER", "1e3", False),
        ("DOUBLE", "0.2941176471", True),
        ("DOUBLE", "-3", True),
        ("DOUBLE", ".5", False),
        ("DOUBLE", "5.", False),
        ("DOUBLE", "1,000", False),
        ("DOUBLE", "NaN", False),
        ("BOOLEAN", "true", True),
        ("BOOLEAN", "True", False),
        ("BOOLEAN", "1", False),
        ("DATE", "2024-02-29", True),
        ("DATE", "2025-02-29", False),
        ("DATE", "20240229", False),
        ("VARCHAR", "Bath, Swindon & Wilts", True),
        ("VARCHAR", "two\nlines", False),
        ("VARCHAR", "tab\there", False),
    ],
)
def test_a_cell_fits_its_type_or_does_not(type_, cell, fits):
    is_valid, _ = CELL_RULES[type_]
    assert is_valid(cell) is fits


def test_every_rule_about_whole_tables_is_a_sentence_and_one_query():
    rules = read_rules((DATA / "checks.sql").read_text(encoding="utf-8"))
    assert len(rules) == (DATA / "checks.sql").read_text(encoding="utf-8").count("-- rule:")
    for sentence, query in rules.items():
        assert len(sentence.split()) >= 4
        assert query.strip().endswith(";")
        assert query.count(";") == 1


def test_problems_are_grouped_by_file():
    problems = [Problem(file=file, what="is wrong") for file in ("a", "b", "a")]
    assert str(DataError(problems)) == "a: is wrong\na: is wrong\nb: is wrong"
