"""Damage to a data file stops the start, and the message says where and why."""

import csv
import shutil
from pathlib import Path

import pytest

from ppn_scenarios.tables.database import DATA, connect
from ppn_scenarios.tables.errors import DataError


@pytest.fixture
def data(tmp_path):
    """Give each test its own copy of the tables, to damage."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def refusal(data):
    """Return the message with which a folder of tables is refused."""
    with pytest.raises(DataError) as error:
        connect(data)
    return str(error.value)


def edit(path, old, new, count=1):
    """Replace text in a file, and make sure that it was there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def line_of(path, start):
    """Return the number of the first line that starts with some text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_an_undamaged_copy_loads(data):
    rows = connect(data).cursor().execute("SELECT count(*) FROM ics").fetchall()
    assert rows == [(42,)]


def test_a_missing_file_is_named(data):
    (data / "trust.csv").unlink()
    assert refusal(data) == "data/trust.csv: the file is missing"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"   \r\n"])
def test_an_empty_file_is_named(data, content):
    (data / "trust.csv").write_bytes(content)
    assert refusal(data) == "data/trust.csv: the file is empty"


def test_a_header_without_rows_is_refused(data):
    path = data / "region.csv"
    path.write_text(path.read_text().splitlines()[0] + "\n")
    assert refusal(data) == "data/region.csv: has no rows under its header"


@pytest.mark.parametrize("name", ["schema.sql", "checks.sql"])
def test_a_missing_schema_or_list_of_checks_is_named(data, name):
    (data / name).unlink()
    assert refusal(data).startswith(f"data/{name}: the file is missing or unreadable")


def test_a_list_of_checks_without_rules_is_refused(data):
    (data / "checks.sql").write_text("-- nothing\n")
    assert refusal(data) == "data/checks.sql: has no rules"


def test_a_file_that_no_table_wants_is_refused(data):
    (data / "trusts_old.csv").write_text("a\n1\n")
    assert refusal(data) == "data/trusts_old.csv: no table of this name is in schema.sql"


def test_a_column_of_a_type_that_cannot_be_read_strictly_is_refused(data):
    edit(data / "schema.sql", "tile_row              INTEGER", "tile_row HUGEINT")
    assert refusal(data).startswith("data/schema.sql, column ics.tile_row: HUGEINT is not one of")


def test_a_missing_column_is_named(data):
    edit(data / "region.csv", "region_code,ons_code,name", "region_code,ons_code,title")
    assert refusal(data).splitlines() == [
        "data/region.csv, line 1, column name: is missing from the header",
        "data/region.csv, line 1, column title: is not in the schema",
    ]


def test_an_extra_column_is_named(data):
    path = data / "region.csv"
    path.write_text("".join(f"{line},x\n" for line in path.read_text().splitlines()))
    assert refusal(data) == "data/region.csv, line 1, column x: is not in the schema"


def test_a_repeated_column_is_named(data):
    path = data / "region.csv"
    first, *rest = path.read_text().splitlines()
    path.write_text(f"{first},name\n" + "".join(f"{line},x\n" for line in rest))
    assert (
        refusal(data)
        == "data/region.csv, line 1, column name: appears more than once in the header"
    )


def test_a_row_cut_short_is_named(data):
    edit(data / "region.csv", "Y58,E40000006,South West,ons-icb-lookups", "Y58,E40000006")
    assert refusal(data) == "data/region.csv, line 3: has 2 cells where 4 are expected"


def test_a_row_with_a_stray_comma_is_named(data):
    edit(data / "region.csv", "South West,", "South, West,")
    assert refusal(data) == "data/region.csv, line 3: has 5 cells where 4 are expected"


def test_a_blank_line_is_named(data):
    edit(data / "region.csv", "Y58", "\nY58")
    assert refusal(data) == "data/region.csv, line 3: has 0 cells where 4 are expected"


def test_a_file_cut_in_the_middle_of_a_line_is_noticed(data):
    path = data / "talking_therapies_england.csv"
    raw = path.read_bytes()
    path.write_bytes(raw[: -len("ced\n")])
    assert refusal(data) == (
        "data/talking_therapies_england.csv, line 9: does not end with a line break, "
        "so the file may be cut short"
    )


def test_a_quotation_mark_that_is_not_closed_is_named_where_it_opens(data):
    path = data / "trust_type.csv"
    line = line_of(path, "acute_specialist")
    edit(path, '"Acute cluster, specialist benchmark group"', '"Acute cluster')
    assert refusal(data).startswith(f"data/trust_type.csv, line {line}: is not CSV")


@pytest.mark.parametrize(
    ("column", "old", "new", "rule"),
    [
        ("registered_population", "1875577", "1875577.5", "is not a whole number (rule: INTEGER)"),
        ("registered_population", "1875577", "1_875_577", "is not a whole number (rule: INTEGER)"),
        (
            "registered_population",
            "1875577",
            "１８７５５７７",
            "is not a whole number (rule: INTEGER)",
        ),
        (
            "registered_population",
            "1875577",
            "99999999999",
            "is not a whole number (rule: INTEGER)",
        ),
        ("registered_population", "1875577", "*", "is not a whole number (rule: INTEGER)"),
        ("imd_average_score", "25.813", "nan", "is not a number (rule: DOUBLE)"),
        ("imd_average_score", "25.813", "inf", "is not a number (rule: DOUBLE)"),
        ("imd_average_score", "25.813", "-Infinity", "is not a number (rule: DOUBLE)"),
        ("imd_average_score", "25.813", "1e999", "is not a number (rule: DOUBLE)"),
        ("imd_average_score", "25.813", "twenty", "is not a number (rule: DOUBLE)"),
        ("imd_average_score", "25.813", " 25.813", "is not a number (rule: DOUBLE)"),
        (
            "population_date",
            "2025-12-01",
            "2025-02-30",
            "is not a date such as 2026-03-31 (rule: DATE)",
        ),
        (
            "population_date",
            "2025-12-01",
            "01/12/2025",
            "is not a date such as 2026-03-31 (rule: DATE)",
        ),
        ("continues_2026", "own-work,true", "own-work,yes", "is not true or false (rule: BOOLEAN)"),
        (
            "short_name",
            "Lancs & S Cumbria",
            "Lancs & S Cumbria ",
            "is not one line of text without spaces at its ends (rule: VARCHAR)",
        ),
        (
            "short_name",
            "Lancs & S Cumbria",
            '"Lancs &\nS Cumbria"',
            "is not one line of text without spaces at its ends (rule: VARCHAR)",
        ),
        (
            "short_name",
            "Lancs & S Cumbria",
            "Lancs & \u202eS Cumbria",
            "is not one line of text without spaces at its ends (rule: VARCHAR)",
        ),
    ],
)
def test_a_cell_that_is_not_of_its_type_is_named(data, column, old, new, rule):
    path = data / "ics.csv"
    assert line_of(path, "QE1") == 2
    edit(path, old, new)
    value = new.removeprefix("own-work,").strip('"')
    assert refusal(data) == f"data/ics.csv, line 2, column {column}: {value!r} {rule}"


def test_an_empty_cell_where_a_value_is_needed_is_named(data):
    edit(data / "ics.csv", "1875577", "")
    assert refusal(data) == (
        "data/ics.csv, line 2, column registered_population: is empty (rule: NOT NULL)"
    )


def test_an_empty_cell_where_none_is_needed_is_a_missing_value(data):
    path = data / "trust.csv"
    edit(path, ",Z9B2Z,", ",,")
    rows = connect(data).execute("SELECT trust_code FROM trust WHERE board_2026_code IS NULL")
    assert rows.fetchall() == [("G6V2S",)]


def test_a_number_outside_its_range_is_named_with_the_rule(data):
    edit(data / "ics.csv", "25.813", "125.813")
    assert refusal(data) == (
        "data/ics.csv, line 2, column imd_average_score: 125.813 is not allowed "
        "(rule: CHECK((imd_average_score BETWEEN 0 AND 100)))"
    )


def test_a_rule_about_two_columns_names_both(data):
    path = data / "ics_fte_estimate.csv"
    edit(path, "816.48055398,835.91026032", "916.48055398,835.91026032")
    assert refusal(data) == (
        "data/ics_fte_estimate.csv, line 2, column fte_low, fte_mid: "
        "916.48055398, 835.91026032 is not allowed (rule: CHECK((fte_low <= fte_mid)))"
    )


def test_an_estimate_cannot_be_called_a_source(data):
    edit(data / "ics_fte_estimate.csv", "estimate-two-keys,derived", "estimate-two-keys,sourced")
    assert refusal(data) == (
        "data/ics_fte_estimate.csv, line 2, column status: 'sourced' is not allowed "
        "(rule: CHECK((status = 'derived')))"
    )


def test_a_repeated_key_is_named_on_its_second_line(data):
    path = data / "trust.csv"
    line = line_of(path, "R0B,")
    edit(path, "\nR0B,", "\nR0A,")
    assert refusal(data) == (
        f"data/trust.csv, line {line}, column trust_code: 'R0A' appears more than once "
        "(rule: PRIMARY KEY(trust_code))"
    )


def test_a_repeated_key_of_several_columns_is_named(data):
    path = data / "talking_therapies_ics.csv"
    edit(path, "\n2022-23,QF7,", "\n2022-23,QE1,")
    assert refusal(data) == (
        "data/talking_therapies_ics.csv, line 3, column year, ics_code: '2022-23', 'QE1' "
        'appears more than once (rule: PRIMARY KEY("year", ics_code))'
    )


def test_an_unknown_code_is_named_with_the_table_that_lacks_it(data):
    path = data / "trust.csv"
    line = line_of(path, "R0A,")
    edit(
        path,
        "Manchester University NHS Foundation Trust,acute,",
        "Manchester University NHS Foundation Trust,mental,",
    )
    assert refusal(data) == (
        f"data/trust.csv, line {line}, column trust_type: 'mental' is not in trust_type "
        "(rule: FOREIGN KEY (trust_type) REFERENCES trust_type(trust_type))"
    )


def test_a_figure_that_cites_no_source_is_refused(data):
    edit(data / "policy_figure.csv", "stock-all-2023", "stock-all-2032")
    line = line_of(data / "policy_figure.csv", "esr_fte_2023")
    assert refusal(data) == (
        f"data/policy_figure.csv, line {line}, column source_id: 'stock-all-2032' is not in "
        'source (rule: FOREIGN KEY (source_id) REFERENCES "source"(source_id))'
    )


def test_text_that_is_not_utf_8_is_named(data):
    path = data / "trust.csv"
    line = line_of(path, "R0B,")
    path.write_bytes(path.read_bytes().replace(b"\nR0B,South", b"\nR0B,S\xf4uth"))
    assert refusal(data) == f"data/trust.csv, line {line}: is not UTF-8 text"


def test_a_file_in_utf_16_is_refused(data):
    path = data / "region.csv"
    path.write_bytes(path.read_text().encode("utf-16"))
    assert refusal(data).startswith("data/region.csv, line 1: is saved as UTF-16")


def test_a_zero_byte_is_refused(data):
    edit(data / "region.csv", "South West", "South\0West")
    assert refusal(data).startswith("data/region.csv, line 3")


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(data):
    path = data / "region.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert answers(data) == answers(DATA)


def test_reordered_columns_and_rows_load_to_the_same_tables(data):
    for path in data.glob("*.csv"):
        shuffle(path)
    assert answers(data) == answers(DATA)


def shuffle(path):
    """Turn a file around: last column first, last row first."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        turned = [header[::-1], *(row[::-1] for row in rows[::-1])]
        csv.writer(file, lineterminator="\n").writerows(turned)


def answers(data):
    """Return every row of every table of a folder, sorted."""
    database = connect(data).cursor()
    names = database.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
    return {
        name: sorted(map(repr, database.execute(f"FROM {name}").fetchall())) for (name,) in names
    }


def test_every_file_at_fault_is_named_at_once(data):
    (data / "region.csv").unlink()
    edit(data / "ics.csv", "1875577", "many")
    message = refusal(data)
    assert "data/region.csv: the file is missing" in message
    assert "data/ics.csv, line 2, column registered_population" in message


def test_files_that_only_refer_to_a_refused_file_are_not_blamed(data):
    edit(data / "ics.csv", "25.813", "125.813")
    edit(data / "workforce_history.csv", "27800,", "0,")
    blamed = {line.split(",")[0] for line in refusal(data).splitlines()}
    assert blamed == {"data/ics.csv", "data/workforce_history.csv"}


def test_a_file_with_many_problems_shows_ten_and_says_how_many_more(data):
    path = data / "trust_staff.csv"
    text = path.read_text()
    path.write_text(text.replace(",sourced\n", ",guessed\n"))
    lines = refusal(data).splitlines()
    rows = text.count("\n") - 1
    assert lines[0].startswith("data/trust_staff.csv, line 2, column status: 'guessed'")
    assert len(lines) == 11
    assert lines[-1] == f"data/trust_staff.csv: and {rows - 10} more"


def drop_last_row(path):
    """Cut a file at a line break, as a broken download may."""
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.csv")))
def test_no_file_can_lose_its_last_row_unnoticed(data, name):
    drop_last_row(data / name)
    message = refusal(data)
    assert message.startswith("data/")
    assert " is not in " in message or "data/checks.sql: " in message


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("ics_succession.csv", "0.2024850189", "0.3024850189", "its weights add to 1"),
        ("ics.csv", "sourced,1,1,Lancs", "sourced,2,1,Lancs", "no two systems share a tile"),
        ("ics.csv", "own-work,true", "own-work,false", "a system continues exactly when"),
        ("model_input.csv", "all,,0.42,", "all,,0.41,", "shares of the whole add to 1"),
        ("model_input.csv", "lead,,0.15,", "lead,,0.16,", "the grades of each family add to 1"),
        ("model_input.csv", "psychologists,all,2,918", "psychologists,all,1,918", "one value"),
        ("workforce_history.csv", ",27800,", ",27900,", "estimates add to the published staff"),
        ("workforce_history.csv", ",18411,", ",18500,", "the staff of 2019 are those of 2023"),
        ("policy_figure.csv", ",27800,", ",27801,", "agree with the policy figure"),
        (
            "ics_fte_estimate.csv",
            "816.48055398,835.91026032,855.33996666",
            "816.48055398,836.91026032,855.33996666",
            "estimates are the published staff of 2023 times the proxies",
        ),
        ("ics_fte_estimate.csv", "0.0293698041", "0.0294698041", "each proxy of the estimate"),
        (
            "trust_staff.csv",
            "2025-10,G6V2S,All staff groups,5685.07,5717.18",
            "2025-10,G6V2S,All staff groups,5685.07,5727.18",
            "the staff groups of a trust add to its total",
        ),
        ("trust.csv", ",5724.8,", ",5734.8,", "the staff of a trust are those at the end"),
        ("talking_therapies_england.csv", "1813432", "1883432", "adds to England"),
        ("profession.csv", ",true,", ",false,", "twelve professions"),
        ("board_2026.csv", "D7T5G,Essex,Y61", "D7T5G,Essex,Y60", "a board lies in the region"),
    ],
)
def test_a_wrong_value_that_fits_its_column_breaks_a_rule_about_the_whole(
    data, file, old, new, rule
):
    edit(data / file, old, new)
    message = refusal(data)
    assert rule in message
    assert message.startswith("data/checks.sql: ")


def test_a_broken_rule_shows_the_first_values_at_fault(data):
    edit(data / "ics_succession.csv", "0.2024850189", "0.3024850189")
    assert refusal(data) == (
        "data/checks.sql: every system has a successor, and its weights add to 1; "
        "found ics_code QM7, weights 1.1"
    )


def test_a_refused_folder_is_read_again_once_it_is_mended(data):
    edit(data / "ics.csv", "1875577", "many")
    assert "many" in refusal(data)
    edit(data / "ics.csv", "many", "1875577")
    assert connect(data).cursor().execute("SELECT 1").fetchall() == [(1,)]
