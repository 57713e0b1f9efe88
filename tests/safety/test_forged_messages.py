"""Messages that no browser sends: no trace, no value that cannot be, and the next run is sound."""

import asyncio
from typing import Any, Final

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.conftest import Server
from tests.safety.client import Client, Run, state

EVIL: Final = "evil<script>alert(1)</script>"
NAN: Final = float("nan")
FORGED: Final[dict[str, list[tuple[str, str, Any]]]] = {  # by page: widget, field, value
    "": [
        ("place", "string_value", EVIL),
        ("place", "string_value", ""),
        ("place", "int_value", 99),
        ("show", "string_array_value", [EVIL]),
        ("show", "int_array_value", [99]),
        ("preset", "string_value", EVIL),
        ("lever_retention", "double_array_value", [NAN]),
        ("lever_retention", "double_array_value", [1e308]),
        ("lever_retention", "double_array_value", [-1.0]),
        ("lever_retention", "double_array_value", [0.01, 0.02]),
        ("lever_retention", "double_array_value", []),
        ("lever_retention", "string_value", EVIL),
        ("lever_mandate", "double_value", 0.5),
        ("lever_mandate_year", "double_array_value", [2028.5]),
        ("live", "string_value", EVIL),
        ("unseen", "json_value", '{"asked": ["evil"]}'),
        ("unseen", "json_value", '{"found": 5}'),
        ("unseen", "json_value", '{"found": {"own": "["}}'),
    ],
    "compare": [
        ("result", "string_value", EVIL),
        ("year", "string_value", EVIL),
        ("compared", "string_array_value", [EVIL]),
        ("compared", "string_array_value", [EVIL] * 500),
        ("keep_name", "string_value", "a" * 200_000),
        ("keep_name", "string_value", "a\x00b\u202e"),
    ],
    "goal": [
        ("goal_id", "string_value", EVIL),
        ("goal_ticked", "string_array_value", [EVIL] * 100),
    ],
    "record": [("draft_question", "string_value", "a\x00\u202e" * 100_000)],
    "present": [("stage_scene", "string_value", EVIL)],
    "levers": [("lever_group", "string_value", EVIL), ("lever_read", "string_value", EVIL)],
    "flows": [("flow_year", "string_value", EVIL), ("split", "string_array_value", [EVIL])],
    "places": [
        ("measure", "string_value", EVIL),
        ("need_extra", "string_value", EVIL),
    ],
}


def traces(run: Run) -> list[str]:
    """Words of Python that a reader must never see."""
    return [
        word for word in ("Traceback", 'File "', "/ppn_scenarios/", "Error:") if word in run.text
    ]


@pytest.mark.parametrize("page", FORGED)
def test_no_forged_state_is_taken_and_the_page_is_sound_again_at_once(
    page: str, attacked: Server
) -> None:
    async def attack() -> None:
        for key, field, value in FORGED[page]:
            async with Client(attacked.url, page, "v=1&leave_psy=0.1") as client:
                first = await client.rerun()
                assert not first.faults
                said = (page, key, field, str(value)[:40])
                id = next(w.id for k, (_, w) in first.widgets.items() if k == key)
                forged = await client.rerun(state(id, field, value))
                assert not forged.faults, said
                assert not traces(forged), said
                del client.states[id]
                after = await client.rerun()
                assert after.sound, said
                assert "evil" not in client.query, said
                assert "leave_psy=0.1" in client.query, said
                assert "retention" not in client.query, said

    asyncio.run(attack())


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("unseen", "json_value", "{"),
        ("unseen", "json_value", "[" * 50_000),
        ("place", "double_array_value", [1.0]),  # of another kind than the widget's own
        ("show", "json_value", "5"),
        ("lever_retention", "int_value", 99),
    ],
    ids=["broken", "deep", "a list for a place", "a number for a view", "no list for a lever"],
)
def test_a_state_that_streamlit_cannot_read_fails_that_visit_alone_and_without_a_trace(
    key: str, field: str, value: Any, attacked: Server
) -> None:
    async def attack() -> None:
        async with Client(attacked.url) as attacker, Client(attacked.url) as reader:
            id = (await attacker.rerun()).widgets[key][1].id
            run = await attacker.rerun(state(id, field, value))
            assert not run.faults
            assert not traces(run)
            assert (await reader.rerun()).sound

    asyncio.run(attack())


def odd(fill: dict[str, Any]) -> BackMsg:
    """A request for a run with some fields that no browser would fill so."""
    message = BackMsg()
    for name, value in fill.items():
        where, _, field = name.rpartition(".")
        setattr(message.rerun_script.context_info if where else message.rerun_script, field, value)
    return message


ODD: Final[dict[str, dict[str, Any]]] = {
    "a page outside": {"page_name": "../../etc/passwd"},
    "a page by no hash": {"page_script_hash": "evil"},
    "a fragment that is none": {"fragment_id": "evil", "query_string": "v=1"},
    "a query of 600,000": {"query_string": "x" * 600_000},
    "a query of 5,000 names": {"query_string": "&".join(f"a{i}=1" for i in range(5_000))},
    "a query of traps": {"query_string": "a=%ff%00&retention=%ED%A0%80&=&&&%&__class__=1"},
    "a zone that climbs": {"context_info.timezone": "../../../etc/passwd"},
    "a zone with NUL": {"context_info.timezone": "Europe/London\x00"},
    "a long zone": {"context_info.timezone": "a" * 5_000},
    "an address that runs": {"context_info.url": "javascript:alert(1)//evil"},
    "an address that is none": {"context_info.url": "http://[::1"},
    "an address with a bracket": {"context_info.url": "http://a]b/"},
    "a language of 10,000": {"context_info.locale": "x" * 10_000},
}


def test_no_odd_request_brings_the_server_down_or_shows_a_trace(attacked: Server) -> None:
    async def attack() -> None:
        for what, fill in ODD.items():
            async with Client(attacked.url) as client:
                if "fragment_id" in fill:
                    await client.rerun()
                await client.socket.send(odd(fill).SerializeToString())
                if "fragment_id" not in fill:
                    run = await client.heard()
                    assert not run.faults, what
                    assert not traces(run), what
                    assert run.sound, what
                    assert "javascript:" not in run.text, what

    asyncio.run(attack())


@pytest.mark.parametrize(
    "order", ["debug_shutdown_runtime", "clear_cache", "load_git_info", "stop_script"]
)
def test_no_order_from_outside_stops_the_server_or_reaches_other_readers(
    order: str, attacked: Server
) -> None:
    async def attack() -> None:
        async with (
            Client(attacked.url) as attacker,
            Client(attacked.url, "", "v=1&retention=0.05") as reader,
        ):
            await attacker.rerun()
            before = await reader.rerun()
            message = BackMsg()
            setattr(message, order, True)
            await attacker.socket.send(message.SerializeToString())
            after = await reader.rerun()
            assert after.sound
            assert len(after.elements) == len(before.elements)

    asyncio.run(attack())


@pytest.mark.parametrize(
    "sent", [b"", b"\xff" * 100, "text", b"\x00" * 2_000_000], ids=["empty", "noise", "text", "2MB"]
)
def test_noise_closes_a_channel_at_most_and_others_go_on(
    sent: bytes | str, attacked: Server
) -> None:
    async def attack() -> None:
        async with Client(attacked.url) as reader:
            async with Client(attacked.url) as attacker:
                await attacker.rerun()
                await attacker.socket.send(sent)
            assert (await reader.rerun()).sound

    asyncio.run(attack())
