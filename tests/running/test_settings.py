"""The settings of a server: refused in words that name the variable, and documented."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from ppn_scenarios.running.settings import Settings, SettingsError, read, table, unknown, variable

KNOWN = {variable(field.name) for field in fields(Settings)}


def test_without_variables_every_setting_has_its_default() -> None:
    settings = read({})
    assert (settings.port, settings.address) == (8501, "127.0.0.1")
    assert settings.embed == settings.hosts == ()
    assert not settings.indexed
    assert not settings.https


def test_an_empty_variable_counts_as_not_given() -> None:
    assert read({"PPN_PORT": "  ", "PPN_HTTPS": ""}) == read({})


def test_settings_are_read_as_people_write_them() -> None:
    settings = read(
        {
            "PPN_EMBED": "https://Intranet.example.org, *.example.com",
            "PPN_HTTPS": "Yes",
            "PPN_HOSTS": "scenarios.example.org",
            "PPN_CONNECTIONS": " 40 ",
        }
    )
    assert settings.embed == ("https://intranet.example.org", "*.example.com")
    assert settings.https
    assert settings.connections == 40


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PPN_PORT", "0"),
        ("PPN_PORT", "http"),
        ("PPN_PORT", "８５０１"),
        ("PPN_HTTPS", "maybe"),
        ("PPN_EMBED", "https://a.example; script-src *"),
        ("PPN_EMBED", "*"),
        ("PPN_HOSTS", "https://a.example"),
        ("PPN_LOG", "xml"),
        ("PPN_MESSAGES", "-1"),
        ("PPN_UPLOAD_MB", "1.5"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named_with_its_fix(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        read({name: value})
    (line,) = str(refusal.value).splitlines()
    assert line.startswith(f"{name} is “{value}”. It must be ")
    assert "such as " in line


def test_every_variable_that_cannot_be_used_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as refusal:
        read({"PPN_PORT": "x", "PPN_COSTLY": "0", "PPN_LOG": "json"})
    assert [line.split()[0] for line in str(refusal.value).splitlines()] == [
        "PPN_PORT",
        "PPN_COSTLY",
    ]


def test_a_misspelt_variable_is_noticed() -> None:
    assert unknown({"PPN_EMBDE": "x", "PPN_PORT": "1", "HOME": "y"}) == ["PPN_EMBDE"]


def test_the_examples_in_messages_can_be_used() -> None:
    for field in fields(Settings):
        read({variable(field.name): field.metadata["kind"].example})


def test_the_document_on_running_has_the_table_of_settings(root: Path) -> None:
    text = (root / "docs" / "RUNNING.md").read_text("utf-8")
    assert table() in text, "stale: `python -m ppn_scenarios settings` writes the table"


def test_every_variable_that_code_or_documents_name_is_declared(root: Path) -> None:
    files = [*root.glob("*.py"), *root.glob("*.md"), *root.glob("docs/*.md")]
    files += [*root.glob("ppn_scenarios/**/*.py"), *root.glob("deploy/*"), *root.glob("data/*.md")]
    named = {
        name
        for file in files
        if file.is_file()
        for name in re.findall(r"\bPPN_[A-Z][A-Z_]*[A-Z]\b", file.read_text("utf-8"))
    }
    tests = "".join(path.read_text("utf-8") for path in root.glob("tests/*/*.py"))
    assert {name for name in named - KNOWN if f'"{name}"' not in tests} == set()
    assert {"PPN_PORT", "PPN_DATA", "PPN_PROFESSIONS", "PPN_CHROMIUM"} <= named
