"""Twenty readers at once, each with secrets of their own: nobody sees a word of another's."""

import asyncio
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from ppn_scenarios.assumptions import Scenario
from ppn_scenarios.sharing import scenario_file
from ppn_scenarios.sharing.kept import Kept
from tests.browser.conftest import Server
from tests.safety.client import Client, Run, state

READERS: Final = 20
ROUNDS: Final = 1


@dataclass(frozen=True)
class Reader:
    """One reader: a number, and what only they know."""

    number: int

    @property
    def words(self) -> tuple[str, ...]:
        """Every secret of theirs: of the link, of fields, of a file."""
        return tuple(
            f"{what}{self.number:03}X" for what in ("Title", "Note", "Draft", "Kept", "File")
        )

    @property
    def value(self) -> float:
        """The setting of a lever that nobody else has."""
        return 0.001 * (self.number + 1)

    @property
    def query(self) -> str:
        """Their link."""
        title, note, *_ = self.words
        return urlencode(
            {"v": 1, "leave_psy": f"{0.05 + self.value:g}", "title": title, "note": note}
        )


def others(reader: Reader) -> set[str]:
    """The secrets of all the others."""
    return {w for n in range(READERS) if n != reader.number for w in Reader(n).words}


async def upload(client: Client, key: str, name: str, content: bytes) -> WidgetState:
    """Send a file as a browser does, and return the state that says so."""
    message = BackMsg()
    message.file_urls_request.file_names.append(name)
    await client.socket.send(message.SerializeToString())
    while True:
        sent = ForwardMsg.FromString(await asyncio.wait_for(client.socket.recv(), 60))
        if sent.WhichOneof("type") == "file_urls_response":
            break
    (urls,) = sent.file_urls_response.file_urls
    boundary = "x" * 20
    body = (
        (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/json\r\n\r\n"
        ).encode()
        + content
        + f"\r\n--{boundary}--\r\n".encode()
    )
    with await asyncio.to_thread(urlopen, f"{client.url}/_stcore/health", timeout=30) as answer:
        cookie = answer.headers.get("Set-Cookie", "").split(";")[0]
    asked = Request(
        client.url + urls.upload_url,
        body,
        {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Cookie": cookie,
            "X-Xsrftoken": cookie.partition("=")[2],
        },
        method="PUT",
    )
    (await asyncio.to_thread(urlopen, asked, timeout=30)).close()
    made = WidgetState(id=client.shown.widgets[key][1].id)
    info = made.file_uploader_state_value.uploaded_file_info.add()
    info.name, info.size, info.file_id = name, len(content), urls.file_id
    info.file_urls.CopyFrom(urls)
    return made


async def visit(url: str, reader: Reader) -> list[Run]:
    """All that a reader is sent while they work on the page of the record."""
    _, _, draft, kept, file = reader.words
    plan = Kept(name=file, scenario=Scenario(retention=reader.value), data="abcd1234")
    content = scenario_file.write([plan], "abcd1234").encode()
    async with Client(url, "record", reader.query) as client:
        seen = [await client.rerun()]
        ids = {key: widget.id for key, (_, widget) in seen[0].widgets.items()}
        seen.append(await client.rerun(state(ids["draft_finding"], "string_value", draft)))
        seen.append(await client.press("record_finding"))
        seen.append(await client.rerun(state(ids["record_keep_name"], "string_value", kept)))
        seen.append(await client.press("record_keep"))
        del client.states[ids["record_keep_name"]]
        panel = next(b for b in client.shown.blocks if b.expandable.id.endswith("-take_in"))
        seen.append(await client.rerun(state(panel.expandable.id, "bool_value", True)))
        seen.append(await client.rerun(await upload(client, "kept_file", f"{file}.json", content)))
        for _ in range(ROUNDS):
            seen.append(await client.rerun())
        return seen


def test_twenty_readers_at_once_see_their_own_words_and_nobody_elses(attacked: Server) -> None:
    async def together() -> list[list[Run]]:
        return await asyncio.gather(*(visit(attacked.url, Reader(n)) for n in range(READERS)))

    for number, runs in enumerate(asyncio.run(together())):
        reader = Reader(number)
        assert all(run.sound for run in runs), [run.text[:300] for run in runs if not run.sound]
        whole = "\n".join(run.text for run in runs)
        assert not [word for word in others(reader) if word in whole]
        last = runs[-1].text
        assert not [word for word in reader.words if word not in last], "their own are there"


def test_a_newcomer_finds_nothing_of_those_who_were_there_before(attacked: Server) -> None:
    async def alone() -> Run:
        async with Client(attacked.url, "record") as client:
            return await client.rerun()

    said = asyncio.run(alone()).text
    assert not [word for n in range(READERS) for word in Reader(n).words if word in said]
