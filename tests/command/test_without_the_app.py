"""Running and comparing scenarios without the app, and what is said when that cannot be done."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from ppn_scenarios import Scenario, against_targets, baseline, project
from ppn_scenarios.__main__ import main
from ppn_scenarios.analysis import MEASURES
from ppn_scenarios.command.folder import put, refused
from ppn_scenarios.command.given import given
from ppn_scenarios.command.refusal import CommandError
from ppn_scenarios.sharing.kept import Kept
from ppn_scenarios.sharing.scenario_file import write
from ppn_scenarios.ui.home import finding
from ppn_scenarios.wording import staff
from ppn_scenarios.wording.places import places

PLAN = Scenario(mandate=1, retention=0.05, h_mandate=2.0)
FREE = "Free some space, or choose another folder with --out."


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("given") / "plan.json"
    kept = Kept(name="Our plan", scenario=PLAN, reasons={"retention": "=a reason"})
    path.write_text(write([kept], "test"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "new" / "folder"
    assert main(["run", str(file), "--out", str(folder)]) == 0
    return folder


def table(out: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(out / name, comment="#")


def test_a_run_has_every_measure_of_every_place_in_every_year(out: Path) -> None:
    found = table(out, "results.csv")
    assert set(found["measure"]) == set(MEASURES)
    staff_rows = found[found["measure"] == "fte"]
    assert set(staff_rows["place"]) == set(places())
    assert len(staff_rows) == len(places()) * 15
    assert found["unit"].notna().all()
    assert not found.duplicated(["measure", "place", "year"]).any()


def test_a_range_of_a_run_is_in_order_and_england_has_none_of_staff(out: Path) -> None:
    found = table(out, "results.csv").dropna(subset=["mid"])
    room = 1e-9 * found["mid"].abs()
    assert (found["low"] <= found["mid"] + room).all()
    assert (found["mid"] <= found["high"] + room).all()
    of_england = found[(found["measure"] == "fte") & (found["place"] == "england")]
    assert (of_england["high"] - of_england["low"]).max() < 1e-6
    of_devon = found[(found["measure"] == "fte") & (found["place"] == "QJK")]
    assert (of_devon["high"] > 1.01 * of_devon["low"]).all()


def test_a_run_says_the_number_that_the_home_page_says(out: Path) -> None:
    found = table(out, "results.csv").set_index(["measure", "place", "year"])
    value = found["mid"].to_dict()["fte", "england", 2037]
    assert f"**{staff(value)} full-time equivalent staff" in finding(PLAN, places()["england"])


def test_a_run_measures_up_against_policy_as_the_code_in_the_readme_does(out: Path) -> None:
    found = table(out, "targets.csv")
    of_england = found[found["place"] == "england"].set_index("id")
    expected = against_targets(project(baseline(), PLAN)).set_index("id")
    assert of_england["value"].to_dict() == pytest.approx(expected["value"].to_dict(), nan_ok=True)


def test_every_lever_of_a_run_says_what_it_rests_on(out: Path) -> None:
    found = table(out, "levers.csv").set_index("lever")
    assert found.loc["retention", "value"] == 0.05
    assert found.loc["retention", "moved"]
    assert found["moved"].sum() == 3
    assert found["status"].notna().all()
    assert found["source"].notna().all()


def test_a_reason_that_looks_like_a_formula_is_not_run_by_a_spreadsheet(out: Path) -> None:
    assert '"\'=a reason"' in (out / "levers.csv").read_text("utf-8")


def test_the_scenario_of_a_run_opens_again(out: Path) -> None:
    kept, notes = given(str(out / "scenario.json"))
    assert (kept.name, kept.scenario, kept.reasons["retention"]) == ("Our plan", PLAN, "=a reason")
    assert notes == []


def test_a_hypothesis_stays_out_of_the_results_and_has_a_file_of_its_own(tmp_path: Path) -> None:
    supposed = Kept(name="Supposed", scenario=Scenario(effects_on=1, eps_ret=0.05, mandate=1))
    (tmp_path / "s.json").write_text(write([supposed], "test"), encoding="utf-8")
    assert main(["run", str(tmp_path / "s.json"), "--out", str(tmp_path)]) == 0
    plain, apart = (
        table(tmp_path, name).set_index(["measure", "place", "year"])["mid"]
        for name in ("results.csv", "results_on_your_hypothesis.csv")
    )
    at = ("fte", "england", 2037)
    without = MEASURES["fte"](project(baseline(), Scenario(mandate=1)), "england").at(2037)[1]
    assert plain[at] == pytest.approx(without)
    assert apart[at] > plain[at] + 1


def test_a_board_pack_is_slides_a_report_and_every_result(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(file), "--out", str(tmp_path), "--place", "Y58"]) == 0
    said = capsys.readouterr()
    names = {"board-pack.pptx", "board-pack.pdf", "results.csv", "targets.csv", "levers.csv"}
    assert {*names, "scenario.json"} == {path.name for path in tmp_path.iterdir()}
    assert all(name in said.out for name in names)
    assert "Holding the plan against bad futures ..." in said.err
    assert (tmp_path / "board-pack.pdf").read_bytes().startswith(b"%PDF")


def test_a_session_is_one_web_page_with_the_other_scenarios_of_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, page = tmp_path / "both.json", tmp_path / "new" / "session.html"
    both = [Kept(name="One", scenario=PLAN), Kept(name="Two", scenario=Scenario())]
    path.write_text(write(both, "test"), encoding="utf-8")
    asked = ["offline", str(path), "--name", "One", "--out", str(page)]
    about = ["--place", "QJK", "--goal", "T1", "--link", "https://example.org/?v=1"]
    assert main([*asked, *about]) == 0
    assert capsys.readouterr().out == f"{page} ({page.stat().st_size:,} bytes)\n"
    assert [file.name for file in page.parent.iterdir()] == ["session.html"]
    made = page.read_text("utf-8")
    assert "<title>One · PPN Scenarios</title>" in made
    assert "<bdi>Two</bdi>" in made
    assert "Devon in March 2037: an estimated" in made
    assert "A chief psychological professions officer in every trust: " in made


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--place", "QZZ"], "--place: “QZZ”"),
        (["--goal", "T9"], "--goal: “T9” is no goal that we know. Give one of: T1 (A chief"),
        (["--link", "javascript:x"], "--link: “javascript:x” is no address of a page."),
    ],
)
@pytest.mark.parametrize("command", ["report", "offline"])
def test_what_a_pack_or_a_page_cannot_be_about_is_named_and_nothing_is_written(
    command: str, asked: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = refusal(capsys, command, "--out", str(tmp_path / "out"), *asked)
    assert code == 3
    assert said.startswith(says)
    assert not (tmp_path / "out").exists()


def test_a_comparison_can_be_written_to_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "said.txt"
    assert main(["compare", str(file)]) == 0
    said = capsys.readouterr().out
    assert main(["compare", str(file), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out} ({out.stat().st_size:,} bytes)\n"
    assert out.read_text("utf-8") == said


def test_one_file_is_compared_with_things_as_they_stand(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(file)]) == 0
    said = capsys.readouterr().out
    assert "From “As things stand” to “Our plan”: England, March 2037" in said
    before, after = (
        MEASURES["fte"](project(baseline(), s), "england").at(2037)[1] for s in (Scenario(), PLAN)
    )
    change = f"+{round((after - before) / 100) * 100:,.0f}"
    assert f"Staff in post: {staff(before)} to {staff(after)} ({change})" in said


def test_nothing_differs_from_itself(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(file), str(file)]) == 0
    said = capsys.readouterr().out
    assert "Nothing differs." in said
    assert said.count("(no change)") >= 6


def test_leads_counted_in_other_boards_are_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Kept(name="Other boards", scenario=Scenario(boards=26))
    (tmp_path / "o.json").write_text(write([other], "test"), encoding="utf-8")
    assert main(["compare", str(tmp_path / "o.json")]) == 0
    said = capsys.readouterr().out
    assert "ICSs with a lead in post: cannot be compared." in said


def refusal(capsys: pytest.CaptureFixture[str], *asked: str) -> tuple[int, str]:
    code = main(list(asked))
    said = capsys.readouterr()
    assert said.out == ""
    return code, said.err


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = refusal(capsys, "compare", str(tmp_path / "gone.json"))
    assert code == 3
    assert said == f"{tmp_path / 'gone.json'}: there is no such file. Check its name.\n"


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[1, 2", b'{"format": "other"}'])
def test_what_is_no_scenario_file_is_refused_and_nothing_is_written(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.json").write_bytes(content)
    out = tmp_path / "out"
    code, said = refusal(capsys, "run", str(tmp_path / "no.json"), "--out", str(out))
    assert code == 3
    assert said.startswith(f"{tmp_path / 'no.json'}: ")
    assert not out.exists()


def test_a_value_out_of_range_is_named_with_its_lever(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited = json.loads(file.read_text("utf-8"))
    edited["scenarios"][0]["levers"]["retention"] = 7
    (tmp_path / "edited.json").write_text(json.dumps(edited), encoding="utf-8")
    code, said = refusal(capsys, "compare", str(tmp_path / "edited.json"))
    assert code == 3
    assert "7 is outside" in said


def test_one_of_several_scenarios_is_picked_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [Kept(name="One", scenario=Scenario()), Kept(name="Two", scenario=PLAN)]
    path = tmp_path / "both.json"
    path.write_text(write(both, "test"), encoding="utf-8")
    code, said = refusal(capsys, "run", str(path), "--out", str(tmp_path / "out"))
    assert code == 3
    assert "“One”, “Two”. Pick one with --name." in said
    assert main(["compare", str(path), str(path), "--names", "One", "Two"]) == 0
    assert "From “One” to “Two”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "says"),
    [(["--place", "QZZ"], "--place: “QZZ”"), (["--year", "2050"], "--year: 2050")],
)
def test_a_place_or_a_year_that_is_not_known_is_named(
    asked: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = refusal(capsys, "compare", *asked)
    assert code == 3
    assert said.startswith(says)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_named_and_an_older_result_stays_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "results.csv").write_text("older", encoding="utf-8")
    (tmp_path / ".results.csv.part").symlink_to("/dev/full")
    code, said = refusal(capsys, "run", "--out", str(tmp_path))
    assert code == 4
    assert "the disk is full. Free some space" in said
    assert (tmp_path / "results.csv").read_text("utf-8") == "older"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_of_a_file_without_end_no_more_is_read_than_a_scenario_can_have() -> None:
    code = (
        "import resource, sys; from ppn_scenarios.__main__ import main; "
        "resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000,) * 2); "
        "sys.exit(main(['compare', '/dev/zero']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr == (
        "/dev/zero: The file is more than 1,000,000 bytes long, and a scenario file never is. "
        "Choose a .json file saved here.\n"
    )


def said_to(out: int) -> tuple[int, str]:
    """How a command ends whose standard output goes somewhere, and what it says of that."""
    done = subprocess.run(
        [sys.executable, "-m", "ppn_scenarios", "settings"],
        cwd=Path(__file__).parents[2],
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_standard_output_is_named_without_a_trace() -> None:
    with Path("/dev/full").open("w") as full:
        code, said = said_to(full.fileno())
    assert code == 4
    assert said == (
        "This was not written: no space left on device. Free some space, or name another file.\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_folder_whose_name_is_no_text_is_written_to_and_named_as_it_is(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    command: list[str | bytes] = [sys.executable, "-m", "ppn_scenarios", "run", "--out", folder]
    done = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stderr) == (0, b"")
    assert folder + b"/results.csv" in done.stdout
    assert list(Path(os.fsdecode(folder)).iterdir())


def test_whoever_stops_reading_standard_output_has_read_enough() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        assert said_to(writes) == (0, "")
    finally:
        os.close(writes)


def test_an_empty_name_of_a_folder_is_not_taken_for_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = refusal(capsys, "run", "--out", "")
    assert (code, said) == (4, "--out is empty. Name a folder, or . for this one.\n")
    assert not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be_is_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = refusal(capsys, "run", "--out", str(file))
    assert code == 4
    assert "that is a file and no folder" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_leaves_no_half_page_and_no_half_comparison(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("said.txt", "page.html"):
        (tmp_path / name).write_text("older", encoding="utf-8")
        (tmp_path / f".{name}.part").symlink_to("/dev/full")
    code, said = refusal(capsys, "compare", "--out", str(tmp_path / "said.txt"))
    assert code == 4
    assert said == f"{tmp_path / 'said.txt'}: the disk is full. {FREE}\n"
    with pytest.raises(CommandError, match="the disk is full"):
        put(tmp_path, "page.html", b"newer")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        "said.txt": "older",
        "page.html": "older",
    }


@pytest.mark.parametrize("command", ["report", "offline", "compare"])
def test_what_cannot_be_written_to_is_refused_before_the_work_starts(
    command: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = refusal(capsys, command, "--out", str(file / "there"))
    assert code == 4
    assert said.endswith("that is a file and no folder. Choose another folder with --out.\n")
    assert "Running" not in said, "nothing was worked out before"


@pytest.mark.parametrize("command", ["offline", "compare"])
def test_a_folder_where_a_file_should_be_is_named(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = refusal(capsys, command, "--out", str(tmp_path))
    assert code == 4
    assert said == f"{tmp_path} is a folder. Name a file in it with --out.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_every_way_to_fail_at_writing_names_the_place(number: int) -> None:
    said = str(refused(Path("reports"), OSError(number, os.strerror(number))))
    assert said.startswith("reports: ")
    assert said.endswith(".")


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Exit codes:" in capsys.readouterr().out
