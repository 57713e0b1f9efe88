"""The files that start it for many name what there is, and their proxy keeps its promises."""

import re
import shutil
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import fields
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy.replicas import CONFIG, LISTEN, UPSTREAM, begun, begun_again, free_ports, local
from ppn_scenarios.running.settings import Settings, read, variable

KNOWN = {variable(field.name) for field in fields(Settings)}


@pytest.fixture
def compose(root: Path) -> str:
    return (root / "deploy" / "compose.yaml").read_text("utf-8")


@pytest.fixture
def container(root: Path) -> str:
    return (root / "deploy" / "Containerfile").read_text("utf-8")


def block(text: str, name: str, depth: int = 0) -> str:
    """The part of a YAML file below a name."""
    found = re.search(rf"^{' ' * depth}{name}:.*\n((?:{' ' * (depth + 2)}.*\n|\n)*)", text, re.M)
    assert found, name
    return found[1]


def test_the_container_listens_where_the_proxy_and_its_health_check_look(
    container: str, compose: str
) -> None:
    env = dict(re.findall(r"(PPN_\w+)=(\S+)", container))
    settings = read(env)
    assert settings.address == "0.0.0.0"
    assert re.findall(r"EXPOSE (\d+)", container) == [str(settings.port)]
    assert f"http://127.0.0.1:{settings.port}/health" in container
    assert re.search(r"expose:\n +- \"(\d+)\"", compose)[1] == str(settings.port)  # type: ignore[index]
    assert f"server app:{settings.port} " in CONFIG.read_text("utf-8")
    assert block(block(compose, "services"), "app", 2)


def test_compose_gives_the_app_only_settings_that_there_are_and_their_defaults(
    compose: str,
) -> None:
    given = re.findall(r"(PPN_\w+): \$\{(\w+):-(.*)\}", compose)
    assert len(given) >= 4
    assert {name for name, _, _ in given} <= KNOWN
    assert all(name == same for name, same, _ in given)
    assert read({name: default for name, _, default in given}) == read({})


def test_the_proxy_is_published_at_the_port_it_listens_on(compose: str) -> None:
    port = re.search(r"listen (\d+);", CONFIG.read_text("utf-8"))
    assert port
    assert f':{port[1]}"' in block(block(compose, "services"), "proxy", 2)
    assert f"http://127.0.0.1:{port[1]}/health" in compose
    assert "./nginx.conf:/etc/nginx/nginx.conf:ro" in compose


@pytest.mark.parametrize("service", ["app", "proxy"])
def test_nothing_runs_with_more_rights_than_it_needs(compose: str, service: str) -> None:
    part = block(block(compose, "services"), service, 2)
    assert "read_only: true" in part
    assert "cap_drop: [ALL]" in part
    assert "no-new-privileges:true" in part
    assert "privileged: true" not in part


def test_the_image_is_pinned_runs_as_nobody_and_keeps_nothing_to_build_with(
    container: str, compose: str
) -> None:
    bases = re.findall(r"^FROM (\S+)", container, re.M)
    assert len(bases) == 2
    assert len(set(bases)) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", bases[0])
    assert re.search(r"image: nginx:\d+\.\d+\.\d+-", compose)
    last = container.split("FROM")[-1]
    assert "USER 65534:65534" in last
    assert "pip uninstall -y pip" in last
    assert not re.search(r"gcc|build-essential|\bpip install", last)
    assert "--require-hashes -r requirements-app.lock" in container
    assert "HEALTHCHECK" in last
    assert last.index("compileall") < last.index("USER")


def test_everything_that_is_copied_is_there_and_let_through(root: Path, container: str) -> None:
    lines = re.findall(r"^COPY (?!--)(.+) \S+$", container, re.M)
    copied = {name for line in lines for name in line.split()}
    assert {"app.py", "asgi.py", "pages", "ppn_scenarios", "data", ".streamlit"} <= copied
    assert not [name for name in copied if not (root / name).exists()]
    ignore = (root / "deploy" / "Containerfile.dockerignore").read_text("utf-8").splitlines()
    assert ignore[0] == "*"
    let = {line[1:].split("/")[0] for line in ignore if line.startswith("!")}
    assert copied == let


def test_the_proxy_for_this_machine_differs_in_its_places_only(tmp_path: Path) -> None:
    config = CONFIG.read_text("utf-8")
    made = local(config, [8601, 8602], "127.0.0.1", 8600, tmp_path)
    assert "server 127.0.0.1:8601 " in made
    assert "server 127.0.0.1:8602 " in made
    assert "listen 127.0.0.1:8600;" in made
    assert "app:8501" not in made
    assert "/var/" not in made
    assert "/run/" not in made
    same = [line for line in config.splitlines() if line.strip() and line in made.splitlines()]
    changed = [line for line in config.splitlines() if line.strip() and line not in same]
    assert len(changed) == 4
    with pytest.raises(ValueError, match="listen 8080"):
        local(config.replace(LISTEN, ""), [1], "a", 1, tmp_path)
    assert config.count(UPSTREAM) == 1


class Named(BaseHTTPRequestHandler):
    """A replica that answers with its own port, and with what it was told of who asks."""

    def do_GET(self) -> None:
        body = f"{self.server.server_port} {self.headers.get('X-Forwarded-For')}".encode()  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def replicas() -> Iterator[list[ThreadingHTTPServer]]:
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Named) for _ in range(3)]
    threads = [threading.Thread(target=server.serve_forever) for server in servers]
    for thread in threads:
        thread.start()
    yield servers
    for server in servers:
        server.shutdown()
        server.server_close()
    for thread in threads:
        thread.join()


def nginx_started(config: str, folder: Path, url: str) -> subprocess.Popen[bytes]:
    """The proxy with a configuration, once it answers at an address."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if nginx is None:
        pytest.skip("NO PROXY WAS TRIED: nginx is not installed")
    file = folder / "nginx.conf"
    file.write_text(config, "utf-8")
    command = [nginx, "-p", str(folder), "-c", str(file), "-e", "stderr", "-g", "daemon off;"]
    process = begun(command, group=0)
    for _ in range(100):
        try:
            ask(url)
            break
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    return process


@pytest.fixture
def proxy(replicas: list[ThreadingHTTPServer], tmp_path: Path) -> Iterator[str]:
    (port,) = free_ports(1)
    ports = [server.server_port for server in replicas]
    url = f"http://127.0.0.1:{port}"
    config = local(CONFIG.read_text("utf-8"), ports, "127.0.0.1", port, tmp_path)
    process = nginx_started(config, tmp_path, url)
    yield url
    process.terminate()
    process.wait(10)


def ask(url: str, cookie: str = "", **headers: str) -> tuple[str, str]:
    """Return what was answered, and the cookie that came with it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(
        url, headers={**named, **({"Cookie": cookie} if cookie else {})}
    )
    unsure = ssl._create_unverified_context()
    with urllib.request.urlopen(request, timeout=10, context=unsure) as answer:
        return answer.read().decode(), (answer.headers.get("Set-Cookie") or "").split(";")[0]


def test_a_browser_stays_on_one_replica_browsers_spread_and_a_dead_replica_is_left(
    proxy: str, replicas: list[ThreadingHTTPServer]
) -> None:
    first = [ask(f"{proxy}/goal?v=1") for _ in range(24)]
    assert len({cookie for _, cookie in first}) == 24
    served = {said.split()[0] for said, _ in first}
    assert len(served) > 1
    for said, cookie in first:
        again, given = ask(f"{proxy}/_stcore/host-config", cookie)
        assert again == said
        assert not given  # a seat is given once
    gone = replicas[0]
    gone.shutdown()
    gone.server_close()
    for said, cookie in first:
        now, _ = ask(f"{proxy}/", cookie)
        if said.split()[0] == str(gone.server_port):
            assert now != said
        else:
            assert now == said


def test_the_proxy_tells_nobody_who_asks_and_believes_no_seat_of_a_strangers_making(
    proxy: str,
) -> None:
    said, _ = ask(f"{proxy}/", X_Forwarded_For="198.51.100.7")
    assert said.split()[1] == "None"
    _, given = ask(f"{proxy}/", "ppn_seat=mine")
    assert re.fullmatch(r"ppn_seat=[0-9a-f]{32}", given)


def test_a_proxy_that_finds_nobody_or_is_asked_for_too_much_says_so_in_words(
    proxy: str, replicas: list[ThreadingHTTPServer]
) -> None:
    with pytest.raises(urllib.error.HTTPError, match="414") as long:
        ask(f"{proxy}/?v=1&title={'x' * 30_000}")
    assert "longer than any link of this explorer" in long.value.read().decode()
    for gone in replicas:
        gone.shutdown()
        gone.server_close()
    with pytest.raises(urllib.error.HTTPError, match="503") as away:
        ask(f"{proxy}/goal?v=1&retention=0.05")
    assert away.value.headers["Retry-After"] == "10"
    said = away.value.read().decode()
    assert "Nothing of yours is lost" in said
    assert "<a href=''>Try again</a>" in said, "the address stays as it is"


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_a_proxy_that_is_killed_is_started_again_though_its_workers_hold_the_port(
    replicas: list[ThreadingHTTPServer], tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    ports = [server.server_port for server in replicas]
    config = local(CONFIG.read_text("utf-8"), ports, "127.0.0.1", port, tmp_path)
    url = f"http://127.0.0.1:{port}"
    first = nginx_started(config, tmp_path, url)
    workers = Path(f"/proc/{first.pid}/task/{first.pid}/children").read_text().split()
    assert workers
    first.kill()
    first.wait(10)
    assert ask(url)[0], "its workers go on alone, with nobody to end them"
    again = begun_again(first)
    try:
        patience = time.monotonic() + 60
        while any(there(Path("/proc", worker, "stat")) for worker in workers):
            assert time.monotonic() < patience
            time.sleep(0.01)
        while not answers(url):
            assert again.poll() is None
            assert time.monotonic() < patience
    finally:
        again.terminate()
        again.wait(10)


def answers(url: str) -> bool:
    """Whether somebody answers at an address."""
    try:
        return bool(ask(url)[0])
    except (urllib.error.URLError, OSError):
        return False


def test_the_proxy_ends_tls_with_the_lines_that_the_document_gives(
    root: Path, replicas: list[ThreadingHTTPServer], tmp_path: Path
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("NO TLS WAS TRIED: openssl is not installed")
    (port,) = free_ports(1)
    key, certificate = tmp_path / "key.pem", tmp_path / "fullchain.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    made += ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    text = (root / "docs" / "RUNNING.md").read_text("utf-8")
    (given,) = re.findall(r"```nginx\n(.*?)```", text, re.S)
    *listening, cookie = given.strip().splitlines()
    config = CONFIG.read_text("utf-8")
    plain = cookie.strip().replace("; Secure", "")
    assert config.count(plain) == 1
    changed = config.replace(plain, cookie.strip())
    config = local(changed, [s.server_port for s in replicas], "127.0.0.1", port, tmp_path)
    tls = "\n".join(listening).replace("/etc/nginx/tls", str(tmp_path))
    config = config.replace(f"listen 127.0.0.1:{port};", tls.replace("8443", f"127.0.0.1:{port}"))
    process = nginx_started(config, tmp_path, f"https://127.0.0.1:{port}/")
    try:
        request = urllib.request.Request(f"https://127.0.0.1:{port}/goal")
        unsure = ssl._create_unverified_context()
        with urllib.request.urlopen(request, timeout=10, context=unsure) as answer:
            assert answer.headers["Set-Cookie"].endswith("; Secure")
        with pytest.raises(urllib.error.HTTPError, match="400"):
            ask(f"http://127.0.0.1:{port}/goal")
    finally:
        process.terminate()
        process.wait(10)


SERVING = """
import sys, time
from deploy.replicas import begun
print(begun([sys.executable, "-c", "import time; time.sleep(600)"]).pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems leave a child behind")
def test_what_serves_ends_with_whoever_started_it_even_where_that_is_killed(root: Path) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-c", SERVING], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert serving.stdout
    child = Path("/proc", serving.stdout.readline().strip(), "stat")
    assert child.exists()
    serving.kill()
    serving.communicate(timeout=60)
    patience = time.monotonic() + 60
    while there(child):
        assert time.monotonic() < patience, "the port would be taken at the next start"
        time.sleep(0.01)


def there(process: Path) -> bool:
    """Whether a process lives, by its entry in /proc: one that ended may still have one."""
    try:
        return process.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_serving_several_without_nginx_says_what_to_install(root: Path) -> None:
    code = "import deploy.replicas as r; r.shutil.which = lambda *a, **k: None; r.serve(2, '', 1)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Install it" in done.stderr
    assert "--replicas 1" in done.stderr
