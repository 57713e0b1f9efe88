"""The database is shared, locked and handed out one fresh answer at a time."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from ppn_scenarios.tables import queries
from ppn_scenarios.tables.database import DATA, ask, connect, data_version

ROOT = Path(__file__).parents[2]

ESCAPES = [
    "FROM read_csv('{data}/trust.csv')",
    "FROM '{data}/trust.csv'",
    "FROM read_text('{data}/schema.sql')",
    "FROM read_blob('{data}/schema.sql')",
    "FROM read_text('/etc/passwd')",
    "FROM read_text('../../../../etc/passwd')",
    "FROM read_json('/proc/self/environ')",
    "FROM read_parquet('{data}/x.parquet')",
    "FROM glob('/etc/*')",
    "FROM sniff_csv('{data}/trust.csv')",
    "FROM read_csv('https://example.org/x.csv')",
    "FROM read_csv('http://127.0.0.1:1/x.csv')",
    "FROM read_csv('s3://bucket/x.csv')",
    "COPY trust TO '{scratch}/out.csv'",
    "COPY trust TO '/dev/stdout'",
    "COPY (SELECT 1) TO '{scratch}/out.parquet' (FORMAT parquet)",
    "COPY region FROM '{data}/region.csv'",
    "EXPORT DATABASE '{scratch}/export'",
    "IMPORT DATABASE '{scratch}/export'",
    "ATTACH '{scratch}/new.duckdb' AS other",
    "ATTACH '/etc/passwd' AS other (TYPE sqlite)",
    "INSTALL httpfs",
    "INSTALL spatial FROM community",
    "LOAD httpfs",
    "LOAD '{scratch}/evil.duckdb_extension'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET GLOBAL max_execution_time = 0",
    "SET max_execution_time = 0",
    "RESET max_execution_time",
    "SET memory_limit = '100GB'",
    "SET temp_directory = '{scratch}'",
    "SET allowed_directories = ['/']",
    "SET allow_community_extensions = true",
    "SET autoinstall_known_extensions = true",
    "SET python_enable_replacements = true",
    "SET home_directory = '{scratch}'",
    "SET secret_directory = '{scratch}'",
    "SET GLOBAL log_query_path = '{scratch}/log'",
    "PRAGMA enable_profiling = 'json'",
    "PRAGMA profiling_output = '{scratch}/profile'",
    "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
    "SELECT 1; SET lock_configuration = false",
    "FROM frame_of_this_test",
    # Files and networks by other ways.
    "SUMMARIZE '/etc/passwd'",
    "DESCRIBE '{data}/trust.csv'",
    "CREATE TABLE y AS FROM '/etc/passwd'",
    "FROM read_text(['/etc/passwd', '{data}/schema.sql'])",
    "FROM parquet_metadata('{scratch}/x.parquet')",
    "FROM 'file:///etc/passwd'",
    "FROM '/proc/self/mem'",
    "ATTACH 'https://example.org/x.duckdb'",
    "ATTACH ':memory:' AS other",
    "ATTACH '{scratch}/x.duckdb' (READ_ONLY)",
    "FROM duckdb_extensions()",
    "UPDATE EXTENSIONS",
    "FORCE INSTALL httpfs",
    "LOAD json",
    "SELECT getenv('HOME')",
    "SELECT 1; COPY (SELECT 1) TO '{scratch}/x'",
    "CALL enable_logging(storage='file')",
    "CALL enable_profiling(save_location='{scratch}/profile')",
    "PREPARE p AS COPY trust TO '{scratch}/out.csv'",
    "EXECUTE p",
    "EXPLAIN ANALYZE COPY trust TO '{scratch}/out.csv'",
    "CREATE SECRET s (TYPE http, BEARER_TOKEN 'x')",
    "FROM query('COPY trust TO x')",
    # The tables themselves.
    "DELETE FROM trust",
    "UPDATE trust SET name = 'x'",
    "INSERT INTO region SELECT * FROM region",
    "DROP TABLE trust_staff",
    "TRUNCATE trust_staff",
    "ALTER TABLE trust ADD COLUMN z INTEGER",
    "CREATE TABLE x (a INTEGER)",
    "CREATE TEMP TABLE trust (a INTEGER)",
    "CREATE VIEW temp.trust AS SELECT 1 AS name",
    "CREATE OR REPLACE MACRO count(x) AS 1",
    "CREATE SCHEMA s",
    "SET VARIABLE a = 1",
    "SET search_path = 'temp'",
    "USE temp",
    "WITH gone AS (DELETE FROM trust RETURNING *) FROM gone",
    "COMMIT; DROP TABLE trust_staff",
    "ROLLBACK; BEGIN; DELETE FROM trust_staff; COMMIT",
    "SELECT 1; DROP TABLE trust_staff",
    "BEGIN",
    "DETACH memory",
    "FORCE CHECKPOINT",
    "",
    "--",
    "SELECT {deep}1{shut}",
]


@pytest.mark.parametrize("sql", ESCAPES)
def test_a_query_cannot_leave_the_database(sql, tmp_path):
    frame_of_this_test = pd.DataFrame({"a": [1]})
    assert len(frame_of_this_test) == 1  # in reach of a replacement scan, were there any
    connect()
    with pytest.raises(duckdb.Error):
        ask(sql.format(data=DATA, scratch=tmp_path, deep="(" * 5_000, shut=")" * 5_000))
    assert list(tmp_path.iterdir()) == []


def test_there_are_fifty_attempts_or_more_and_the_tables_outlive_them_all():
    assert len(set(ESCAPES)) >= 50
    before = queries.row_counts()
    for sql in ESCAPES:
        with pytest.raises(duckdb.Error):
            ask(sql.format(data=DATA, scratch="/nowhere", deep="(" * 5_000, shut=")" * 5_000))
    pd.testing.assert_frame_equal(queries.row_counts(), before)
    assert len(queries.trusts()) == 205


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("enable_external_access", False),
        ("lock_configuration", True),
        ("max_execution_time", 2000),
        ("python_enable_replacements", False),
        ("autoload_known_extensions", False),
        ("temp_directory", ""),
        ("memory_limit", "488.2 MiB"),
    ],
)
def test_the_lock_reaches_the_cursor_of_every_query(setting, value):
    assert ask("SELECT current_setting($setting) AS v", setting=setting)["v"][0] == value


def test_a_query_that_never_ends_is_stopped():
    endless = """
        WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i > 0)
        SELECT count(*) FROM n WHERE i < 0
    """
    with pytest.raises(duckdb.InterruptException):
        ask(endless)


def test_a_query_that_would_fill_the_memory_is_stopped():
    with pytest.raises(duckdb.OutOfMemoryException):
        ask("SELECT a.range, b.range FROM range(100000000) a, range(100000000) b")
    assert len(queries.regions()) == 7, "and others are still answered"


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE trust;--", "QE1' OR '1'='1", '"', "$region_code", "\\", "QE1\x00", "%"]
)
def test_sql_in_a_parameter_is_only_text(text):
    assert queries.trusts(ics_code=text).empty
    assert queries.finished_courses(text).empty
    assert queries.staff_by_group(trust_type=text).empty
    assert len(queries.trusts()) == 205


FRAMES = sorted(set(queries.__all__) - {"data_version"})


@pytest.mark.parametrize("name", FRAMES)
def test_nobody_sees_what_another_does_to_an_answer(name):
    query = getattr(queries, name)
    mine, yours = query(), query()
    untouched = yours.copy(deep=True)
    mine.loc[:, mine.columns[0]] = mine.iloc[0, 0]
    mine["added"] = 1
    del mine[mine.columns[1]]
    pd.testing.assert_frame_equal(yours, untouched)
    pd.testing.assert_frame_equal(query(), untouched)


def test_many_people_can_ask_at_once():
    expected = {name: getattr(queries, name)() for name in FRAMES}

    def person(number):
        for turn in range(30):
            name = FRAMES[(number * 7 + turn) % len(FRAMES)]
            pd.testing.assert_frame_equal(getattr(queries, name)(), expected[name])
        return 30

    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(person, range(8))) == 8 * 30


def test_people_who_arrive_together_share_one_database():
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from ppn_scenarios.tables.database import connect\n"
        "with ThreadPoolExecutor(8) as people:\n"
        "    found = list(people.map(lambda _: id(connect()), range(8)))\n"
        "assert len(set(found)) == 1, found\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_an_open_cursor_does_not_disturb_another_query():
    unread = connect().cursor().execute("FROM trust_staff")
    assert len(queries.regions()) == 7
    assert unread.fetchone() is not None


def test_another_folder_of_tables_can_be_named_in_the_environment(tmp_path):
    other = shutil.copytree(DATA, tmp_path / "other")
    code = "from ppn_scenarios.tables.database import DATA; print(DATA)"
    shown = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PPN_DATA": str(other)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert Path(shown.stdout.strip()) == other.resolve()


def test_the_data_version_is_eight_hex_digits_and_does_not_depend_on_the_place(tmp_path):
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    assert len(data_version()) == 8
    assert int(data_version(), 16) >= 0
    assert data_version(copy) == data_version()


@pytest.mark.parametrize("name", ["trust.csv", "schema.sql", "checks.sql"])
def test_the_data_version_changes_with_any_byte(name, tmp_path):
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    with (copy / name).open("a") as file:
        file.write("\n")
    assert data_version(copy) != data_version()
