"""Each question gets the answer that its docstring promises."""

import csv
import io

import pandas as pd
import pytest

from ppn_scenarios.tables import queries
from ppn_scenarios.tables.database import DATA, ask

STATUSES = {"sourced", "derived", "borrowed", "none"}


def test_the_systems_are_42_in_order_of_their_codes():
    systems = queries.systems()
    assert len(systems) == 42
    assert list(systems["ics_code"]) == sorted(systems["ics_code"])
    assert set(systems["region_code"]) == set(queries.regions()["region_code"])
    assert not systems.isna().any().any()


def test_registered_patients_are_those_published_for_december_2025():
    assert queries.systems()["registered_population"].sum() == 63_936_682


def test_tiles_stay_inside_a_grid_of_seven_by_ten():
    systems = queries.systems()
    assert systems["tile_column"].between(0, 6).all()
    assert systems["tile_row"].between(0, 9).all()
    assert not systems.duplicated(["tile_column", "tile_row"]).any()


def test_thirty_boards_continue_and_the_rest_go_to_six_new_ones():
    succession, systems = queries.succession(), queries.systems()
    assert systems["continues_2026"].sum() == 30
    new = set(queries.boards_2026()["board_code"]) - set(systems["ics_code"])
    assert new == {"D7T5G", "S0E4D", "S1Y5D", "S9B9J", "T6Y0W", "Z9B2Z"}
    assert succession.groupby("ics_code")["weight"].sum().sub(1).abs().max() < 1e-9


def test_only_the_rest_of_frimley_is_placed_without_evidence():
    guesses = queries.succession().query("status == 'none'")
    assert set(guesses["ics_code"]) == {"QNQ"}
    assert set(guesses["board_code"]) == {"QRL", "S9B9J"}
    assert guesses["weight"].max() - guesses["weight"].min() < 1e-9


def test_people_are_neither_lost_nor_made_when_boards_merge():
    moved = queries.succession().merge(queries.systems()[["ics_code", "registered_population"]])
    people = moved["weight"] * moved["registered_population"]
    assert people.sum() == pytest.approx(63_936_682, abs=0.01)


def test_trusts_by_kind_are_those_counted_by_hand():
    counts = queries.trusts()["trust_type"].value_counts().to_dict()
    assert counts == {
        "acute": 118,
        "acute_specialist": 16,
        "mental_health": 47,
        "community": 14,
        "ambulance": 10,
    }


def test_the_grid_of_trusts_is_whole_and_in_order():
    grid = queries.trusts_by_system_and_type()
    pairs = [
        (ics, kind)
        for ics in queries.systems()["ics_code"]
        for kind in queries.trust_types()["trust_type"]
    ]
    assert list(zip(grid["ics_code"], grid["trust_type"], strict=True)) == pairs
    assert grid["trusts"].sum() == 205
    assert (grid["trusts"] == 0).any()


def test_the_trusts_of_the_systems_and_of_the_regions_are_all_trusts():
    everyone = set(queries.trusts()["trust_code"])
    by_system = [queries.trusts(ics_code=code) for code in queries.systems()["ics_code"]]
    by_region = [queries.trusts(region_code=code) for code in queries.regions()["region_code"]]
    for parts in (by_system, by_region):
        together = pd.concat(parts)["trust_code"]
        assert set(together) == everyone
        assert together.is_unique


def test_four_trusts_had_closed_by_july_2026():
    trusts = queries.trusts()
    assert set(trusts[trusts["closed_by_2026_07"]]["trust_code"]) == {"RNK", "RVJ", "RY2", "RYV"}


def test_the_estimates_of_systems_add_to_the_published_staff():
    published = queries.workforce_history().set_index("year")["fte"][2023]
    assert published == 27_800
    assert ask("FROM ics_fte_estimate")["fte_mid"].sum() == pytest.approx(27_800, abs=1e-6)


def test_an_estimate_is_the_middle_of_its_range():
    estimate = ask("FROM ics_fte_estimate")
    middle = (estimate["fte_low"] + estimate["fte_high"]) / 2
    assert (estimate["fte_mid"] - middle).abs().max() < 1e-6
    assert set(estimate["status"]) == {"derived"}


def test_the_keys_are_in_the_order_of_the_systems_and_add_to_one():
    keys = queries.staffing_keys()
    assert list(keys["ics_code"]) == list(queries.systems()["ics_code"])
    assert keys["share_talking_therapies"].sum() == pytest.approx(1, abs=1e-12)
    assert keys["share_mental_health_trust"].sum() == pytest.approx(1, abs=1e-12)


def test_the_talking_therapies_key_is_the_share_of_finished_courses():
    courses = ask(
        "SELECT ics_code, finished_courses / sum(finished_courses) OVER () AS share "
        "FROM talking_therapies_ics WHERE year = '2024-25' ORDER BY ics_code"
    )
    difference = queries.staffing_keys()["share_talking_therapies"] - courses["share"]
    assert difference.abs().max() < 1e-9


def test_staff_groups_add_to_the_published_total():
    total = ask(
        "SELECT sum(end_fte) FILTER (is_total) AS total, "
        "sum(end_fte) FILTER (NOT is_total) AS parts "
        "FROM trust_staff JOIN staff_group USING (staff_group) WHERE month = '2025-11'"
    )
    assert total["parts"][0] == pytest.approx(total["total"][0], rel=1e-6)


def test_scientific_staff_of_mental_health_trusts_are_those_published():
    months = ask(
        "SELECT month, count(DISTINCT trust_code) AS trusts, sum(end_fte) AS end_fte, "
        "2 * sum(leavers_fte) / (sum(start_fte) + sum(end_fte)) AS leaving "
        "FROM trust_staff JOIN trust USING (trust_code) WHERE trust_type = 'mental_health' "
        "AND staff_group = 'Scientific, therapeutic & technical staff' "
        "GROUP BY month ORDER BY month"
    )
    assert list(months["month"]) == ["2025-10", "2025-11"]
    assert list(months["trusts"]) == [47, 47]
    assert months["end_fte"][1] == pytest.approx(42_007.3, abs=0.1)
    assert months["leaving"].between(0.005, 0.02).all()


def test_staff_of_a_handful_of_trusts_are_not_shown():
    shown = [queries.staff_by_group("ambulance", code) for code in queries.regions()["region_code"]]
    assert all(frame.empty for frame in shown)  # no region has five ambulance trusts
    assert not queries.staff_by_group("ambulance").empty


def test_england_in_talking_therapies_is_as_published():
    england = ask("FROM talking_therapies_england").set_index("year")
    assert len(england) == 8
    assert england.loc["2024-25", "referrals"] == 1_813_432
    assert england.loc["2024-25", "finished_courses"] == 670_419
    finished = england["finished_courses"] / england["referrals"]
    assert finished["2023-24"] == pytest.approx(0.367, abs=0.0005)
    assert england.loc["2024-25", "reliable_recovery_share"] == 0.475


@pytest.mark.parametrize("year", ["2022-23", "2023-24", "2024-25"])
def test_talking_therapies_of_systems_nearly_add_to_england(year):
    systems, england = (
        ask(f"SELECT sum(referrals) AS n FROM talking_therapies_{of} WHERE year = $year", year=year)
        for of in ("ics", "england")
    )
    assert systems["n"][0] == pytest.approx(england["n"][0], rel=0.01)


def test_twelve_professions_are_on_the_list_and_every_family_has_some():
    professions = queries.professions()
    assert professions["in_hee_twelve"].sum() == 12
    assert list(dict.fromkeys(professions["family"])) == list(queries.families()["family"])


def test_what_was_recalled_is_not_called_sourced():
    checked = queries.sources().set_index("source_id")["status"]
    for kind in ("band", "length"):
        for _, row in queries.professions().iterrows():
            if row[f"{kind}_status"] == "sourced":
                assert checked[row[f"{kind}_source_id"]] == "verified", row["profession"]


FIGURES = {
    "ltwp_extra_low": 24_000,
    "ltwp_extra_high": 26_000,
    "ltwp_growth": 1.57,
    "esr_fte_2023": 27_800,
    "esr_growth_2019_23": 0.51,
    "hee_posts": 10_500,
    "hee_growth": 0.60,
    "cp_capt_floor": 1_000,
    "cp_capt_2031": 1_300,
    "ther_prac_trainees": 15_000,
    "tt_courses_2627": 805_000,
    "tt_courses_2829": 915_000,
    "tt_recovery_2627": 0.51,
    "tt_recovery_2829": 0.53,
    "mhst_pupils": 1,
    "mhst_pupils_2025": 0.52,
    "mh_staff": 8_500,
    "mh_staff_claim": 6_700,
    "approved_clinicians": 1_000,
    "cppo_every_trust": 1,
    "lead_every_ics": 1,
    "chief_ahp": 0.81,
    "chief_ahp_board": 0.14,
    "ftsu_guardian": 0.86,
    "pp_share_mh_trust": 0.12,
    "trusts_2024": 209,
}


def test_the_policy_figures_are_those_published():
    figures = queries.policy_figures().set_index("figure_id")
    assert figures.loc[list(FIGURES), "value"].to_dict() == FIGURES
    shares = figures[figures["unit"] == "share"]["value"]
    assert shares.drop("ltwp_growth").between(0, 1).all()


def test_inputs_without_evidence_say_so():
    inputs = queries.model_inputs()
    placeholders = inputs["source_id"] == "placeholder"
    assert ((inputs["status"] == "none") == placeholders).all()
    assert set(inputs[~placeholders]["input"]) == {"opening_trainees", "therapy_sessions"}


def test_inputs_are_in_the_order_of_families_and_grades():
    shown = queries.model_inputs().query("input == 'grade_share'")
    pairs = [
        (family, grade)
        for family in queries.families()["family"]
        for grade in ("qualified", "senior", "lead")
    ]
    assert list(zip(shown["family"], shown["grade"], strict=True)) == pairs


@pytest.mark.parametrize(
    ("family", "grade", "hazard"),
    [
        ("psychologists", "senior", 0.05),
        ("psychologists", "lead", 0.04),
        ("therapists", "senior", 0.07),
        ("practitioners", "senior", 0.10),
        ("practitioners", "lead", 0.06),
    ],
)
def test_relative_leaving_gives_back_the_hazard_it_was_made_from(family, grade, hazard):
    qualified = {"psychologists": 0.06, "therapists": 0.10, "practitioners": 0.14}
    rows = queries.model_inputs().set_index(["input", "family", "grade"])["value"]
    relative = rows["leaving_relative", family, grade]
    assert relative * qualified[family] == pytest.approx(hazard, abs=1e-9)


def test_every_figure_names_a_source_and_what_it_rests_on():
    dictionary = queries.data_dictionary()
    known = set(queries.sources()["source_id"])
    for table, columns in dictionary.groupby("table")["column"]:
        if table == "source":
            continue
        rows = ask(f"FROM {table}")
        cited = [column for column in columns if column.endswith("source_id")]
        assert cited, f"{table} cites no source"
        for column in cited:
            assert set(rows[column]) <= known
        for column in columns:
            if column.endswith("status"):
                assert set(rows[column]) <= STATUSES


def test_a_table_with_measured_figures_has_a_status_column():
    dictionary = queries.data_dictionary()
    for table, part in dictionary.groupby("table"):
        if part["unit"].dropna().isin({"FTE", "people", "referrals", "share", "years"}).any():
            assert part["column"].str.endswith("status").any(), table


MODEL_SOURCES = [*range(1, 11), 12, 13, 23, 24, 26, 27, 42, 43, 44, 45, 48, 50]
FACTS = [
    "caap-length",
    "cp-places-dhsc-2024",
    "cp-places-england-2024",
    "cyp-participation",
    "derived-cp-training-salary-cost",
    "derived-mhst-teams-100",
    "derived-training-cost-15000",
    "mh-leaver-rate-2122",
    "mht-vacancy-2018",
    "nhs-leaver-2024",
    "own-work",
    "placeholder",
    "psych-vacancy-2021",
    "scot-participation-applied",
    "target-10yhp-fewer-staff",
    "target-8500-progress",
    "time-to-hire",
    "tt-sessions-2017-18",
    "tt-sessions-2021-22",
    *(f"derived-cost-2627-band-{band}" for band in ("5", "6", "7", "8a", "8c", "8d", "9")),
]


@pytest.mark.parametrize("source_id", [*(f"s{number}" for number in MODEL_SOURCES), *FACTS])
def test_the_register_has_what_assumptions_cite(source_id):
    assert source_id in set(queries.sources()["source_id"])


def test_only_sources_without_a_page_lack_an_address():
    sources = queries.sources()
    without = sources[sources["url"].isna()]
    assert not set(without["status"]) & {"verified"}


def test_every_table_and_column_is_described():
    dictionary = queries.data_dictionary()
    assert set(dictionary["table"]) == {path.stem for path in DATA.glob("*.csv")}
    for column in ("table_comment", "comment"):
        assert dictionary[column].str.len().ge(5).all()
    numbers = dictionary[dictionary["type"].isin(["DOUBLE", "INTEGER"])]
    without = set(numbers[numbers["unit"].isna()]["column"])
    assert without == {"year"}


def test_every_estimate_is_called_one():
    dictionary = queries.data_dictionary().query("`table` == 'ics_fte_estimate'")
    assert dictionary["table_comment"].str.startswith("ESTIMATE").all()
    figures = dictionary[dictionary["column"].str.match("fte_|share_")]
    assert len(figures) == 5
    assert figures["comment"].str.startswith("ESTIMATE").all()


def test_the_tables_hold_no_headcount():
    columns = set(queries.data_dictionary().query("`table` == 'trust_staff'")["column"])
    assert not [column for column in columns if "head" in column or column.endswith("_hc")]


def test_the_page_about_the_data_describes_every_table():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for path in DATA.glob("*.csv"):
        assert f"`{path.stem}`" in text, path.stem
    assert "Contains public sector information licensed under the Open Government Licence" in text


def test_row_counts_cover_every_table():
    counts = queries.row_counts().set_index("table")["rows"].to_dict()
    for path in DATA.glob("*.csv"):
        assert counts[path.stem] == path.read_text("utf-8").count("\n") - 1, path.name
    assert len(counts) == len(list(DATA.glob("*.csv")))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.stem)
def test_files_are_sorted_and_end_their_lines_one_way(path):
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    _, *rows = csv.reader(io.StringIO(raw.decode(), newline=""))
    firsts = [row[0] for row in rows]
    assert firsts == sorted(firsts)


def test_finished_courses_by_system_add_to_england_but_for_rounding():
    found = queries.finished_courses("2022-23")
    assert list(found["ics_code"]) == list(queries.systems()["ics_code"])
    england = ask("FROM talking_therapies_england").set_index("year")["finished_courses"]
    assert found["finished_courses"].sum() == pytest.approx(england["2022-23"], rel=0.01)
    assert queries.finished_courses("1999-00").empty


def test_ages_come_youngest_first_and_are_all_placeholders():
    bands = queries.age_bands()
    assert list(bands["age_from"]) == sorted(bands["age_from"])
    assert set(bands["status"]) == {"none"}


ROLES = {  # by hand, from the counts as published
    "ahp_chief_answered": 0.81,
    "ahp_chief_floor": 0.81 * 160 / 217,
    "ahp_on_board": 0.81 * 0.14,
    "directors": 1,
    "ftsu_2017": 201 / 234,
    "ppn_2014": 1 / 7,
    "ppn_2017": 2 / 7,
    "ppn_2019": 3 / 7,
    "ppn_2022": 7 / 7,
}


def test_other_roles_had_spread_as_far_as_their_counts_say():
    found = queries.role_adoption().set_index("point_id")
    assert found["share"].to_dict() == pytest.approx(ROLES, abs=1e-6)
    ppn = found.loc[["ppn_2014", "ppn_2017", "ppn_2019", "ppn_2022"]]
    assert (ppn["years_low"] == ppn["period"].astype(int) - 2014).all()


def test_what_was_recalled_and_not_read_again_says_so():
    found = queries.role_adoption().set_index("point_id")["checked"]
    assert found["directors"] == "recalled"
    assert found["ftsu_2017"] == "third_party_copy"
    assert (found.drop(["directors", "ftsu_2017"]) == "verified").all()
