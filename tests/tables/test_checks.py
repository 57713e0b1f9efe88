"""Every rule about whole tables can fail, and fails for the damage it is there to find."""

import duckdb
import pytest

from ppn_scenarios.tables.checks import broken_rules, read_rules
from ppn_scenarios.tables.database import DATA
from ppn_scenarios.tables.load import load

TEXT = (DATA / "checks.sql").read_text(encoding="utf-8")

DAMAGE = {  # a rule: the change to the tables that breaks it
    "there are 145 sources": "DELETE FROM source WHERE source_id = 's1'",
    "there are 7 regions": "DELETE FROM region WHERE region_code = 'Y56'",
    "there are 42 integrated care systems": "DELETE FROM ics WHERE ics_code = 'QE1'",
    "every region has a system": "DELETE FROM ics WHERE region_code = 'Y56'",
    "no two systems share a tile": "UPDATE ics SET tile_column = 0, tile_row = 0",
    "residents of mid-2020 are given": "DELETE FROM ics_residents WHERE ics_code = 'QE1'",
    "every system has a boundary": "DELETE FROM ics_boundary WHERE ics_code = 'QE1'",
    "an outline has four points or more": (
        "UPDATE ics_boundary SET outline = '-1 52, -2 52, -2 53, -1 53' WHERE ics_code = 'QJM'"
    ),
    "every point of a boundary": (
        "UPDATE ics_boundary SET outline = '52 1, 53 1, 53 2, 52 1' WHERE ics_code = 'QJM'"
    ),
    "deprivation ranks run from 1": "UPDATE ics SET imd_rank = 43 WHERE imd_rank = 42",
    "a system that ranks as more deprived scores no lower": (
        "UPDATE ics SET imd_average_score = 99 WHERE imd_rank = 20"
    ),
    "registered patients add to between": "UPDATE ics SET registered_population = 1000",
    "the population of every system has the same date": (
        "UPDATE ics SET population_date = '2025-11-01' WHERE ics_code = 'QE1'"
    ),
    "there are 36 boards": "DELETE FROM board_2026 WHERE board_code = 'QE1'",
    "every board of 2026 succeeds a system": (
        "DELETE FROM ics_succession WHERE board_code = 'S0E4D'"
    ),
    "every system has a successor": "DELETE FROM ics_succession WHERE ics_code = 'QE1'",
    "a system continues exactly when": (
        "UPDATE ics SET continues_2026 = true WHERE ics_code = 'QNQ'"
    ),
    "a board lies in the region of its systems": "UPDATE board_2026 SET region_code = NULL",
    "there are 205 trusts": "DELETE FROM trust WHERE trust_code = 'R0A'",
    "there are 5 kinds of trust": "UPDATE trust SET trust_type = 'acute'",
    "there are 14 staff groups": "DELETE FROM staff_group WHERE NOT is_total",
    "one staff group is the total": "UPDATE staff_group SET is_total = true",
    "trust staff covers two months": "DELETE FROM trust_staff WHERE month = '2025-10'",
    "there are 4,858 rows of trust staff": "DELETE FROM trust_staff WHERE trust_code = 'R0A'",
    "every trust has a total of all staff": (
        "DELETE FROM trust_staff WHERE staff_group = 'All staff groups' AND trust_code = 'R0A'"
    ),
    "the staff groups of a trust add to its total": (
        "DELETE FROM trust_staff WHERE staff_group = 'Managers' AND trust_code = 'R0A'"
    ),
    "the staff of a trust are those at the end": (
        "UPDATE trust SET staff_fte = staff_fte + 1 WHERE trust_code = 'R0A'"
    ),
    "every year of Talking Therapies has all systems": (
        "DELETE FROM talking_therapies_ics WHERE ics_code = 'QE1' AND year = '2024-25'"
    ),
    "there are 3 years of Talking Therapies": (
        "DELETE FROM talking_therapies_england WHERE year = '2017-18'"
    ),
    "Talking Therapies by system adds to England": (
        "DELETE FROM talking_therapies_england WHERE year = '2024-25'"
    ),
    "a recovery share agrees with its counts": (
        "UPDATE talking_therapies_ics SET recovery_share = 0.2 WHERE ics_code = 'QE1'"
    ),
    "the published staff of 2023 are in the history": (
        "DELETE FROM workforce_history WHERE year = 2023"
    ),
    "the staff of 2019 are those of 2023": "DELETE FROM workforce_history WHERE year = 2019",
    "every system has an estimate": "DELETE FROM ics_fte_estimate WHERE ics_code = 'QE1'",
    "each proxy of the estimate adds to 1": (
        "UPDATE ics_fte_estimate SET share_mental_health_trust = 0.5 WHERE ics_code = 'QE1'"
    ),
    "estimates are the published staff of 2023": (
        "UPDATE ics_fte_estimate SET fte_high = fte_high + 1 WHERE ics_code = 'QE1'"
    ),
    "estimates add to the published staff": (
        "UPDATE ics_fte_estimate SET fte_mid = fte_mid + 1 WHERE ics_code = 'QE1'"
    ),
    "there are 3 families": "DELETE FROM profession WHERE family = 'psychologists'",
    "twelve professions are on the list": "UPDATE profession SET in_hee_twelve = true",
    "the shares of each family's professions add up": (
        "UPDATE profession SET share_of_family = 0.5 WHERE profession = 'cbt_therapist'"
    ),
    "there are 14 professions": "DELETE FROM profession WHERE NOT in_hee_twelve",
    "a band or length without a value": "UPDATE profession SET course_length_years = NULL",
    "there are 30 policy figures": "DELETE FROM policy_figure WHERE figure_id = 'ltwp_growth'",
    "an input has one value": "INSERT INTO model_input FROM model_input LIMIT 1",
    "an input is given for all families": (
        "DELETE FROM model_input WHERE input = 'cases' AND family = 'therapists'"
    ),
    "an input by family has the same grades": (
        "DELETE FROM model_input WHERE input = 'pay_cost' AND family = 'therapists' "
        "AND grade = 'lead'"
    ),
    "there are 29 inputs": "DELETE FROM model_input WHERE input = 'cases'",
    "shares of the whole add to 1": (
        "UPDATE model_input SET value = 0.5 WHERE input = 'stock_share'"
    ),
    "the grades of each family add to 1": (
        "UPDATE model_input SET value = 0.5 WHERE input = 'grade_share' AND grade = 'lead'"
    ),
    "leaving is relative to the qualified grade": (
        "UPDATE model_input SET value = 2 WHERE input = 'leaving_relative'"
    ),
    "opening trainees cover the years": (
        "DELETE FROM model_input WHERE input = 'opening_trainees' AND year_offset = 2"
    ),
    "there are 9 points": "DELETE FROM role_adoption WHERE point_id = 'directors'",
    "a role that is counted again": (
        "UPDATE role_adoption SET share = 0.1 WHERE point_id = 'ppn_2019'"
    ),
    "figures of other roles agree": (
        "UPDATE role_adoption SET share = 0.8 WHERE point_id = 'ftsu_2017'"
    ),
    "ages run from 21 to 75": "UPDATE age_band SET age_to = 25 WHERE age_to = 24",
    "the ages of staff, and of joiners": (
        "UPDATE age_band SET joiner_share = 0.5 WHERE age_from = 25"
    ),
    "made-up ages match the one share": (
        "UPDATE age_band SET staff_share = staff_share + CASE age_from WHEN 21 THEN 0.01 "
        "WHEN 50 THEN -0.01 ELSE 0 END"
    ),
    "a year until completion is given for trainees only": (
        "UPDATE model_input SET year_offset = 1 WHERE input = 'cases'"
    ),
}


@pytest.fixture(scope="module")
def tables():
    """Give the tables without the constraints that would stop the damage sooner."""
    database = duckdb.connect()
    load(database, DATA)
    names = database.execute(
        "SELECT table_name FROM duckdb_tables() ORDER BY table_oid DESC"
    ).fetchall()
    for (name,) in names:
        database.execute(f"CREATE TABLE copy_of_{name} AS FROM {name}; DROP TABLE {name}")
    for (name,) in names:
        database.execute(f"ALTER TABLE copy_of_{name} RENAME TO {name}")
    yield database
    database.close()


def broken_by(tables, damage):
    """Return the messages of the rules that some damage breaks, and undo it."""
    tables.execute("BEGIN")
    try:
        tables.execute(damage)
        return [problem.what for problem in broken_rules(tables, DATA, TEXT)]
    finally:
        tables.execute("ROLLBACK")


def test_no_rule_is_broken_by_doing_nothing(tables):
    assert broken_by(tables, "SELECT 1") == []


@pytest.mark.parametrize("rule", read_rules(TEXT))
def test_a_rule_fails_for_the_damage_it_is_there_to_find(tables, rule):
    damage = [sql for start, sql in DAMAGE.items() if rule.startswith(start)]
    assert len(damage) == 1, "say in DAMAGE what breaks this rule"
    assert any(message.startswith(rule) for message in broken_by(tables, damage[0]))


def test_there_is_no_damage_without_a_rule():
    rules = read_rules(TEXT)
    assert [s for s in DAMAGE if not any(rule.startswith(s) for rule in rules)] == []


@pytest.mark.parametrize("table", sorted(path.stem for path in DATA.glob("*.csv")))
def test_an_empty_table_breaks_a_rule(tables, table):
    assert broken_by(tables, f"DELETE FROM {table}")
