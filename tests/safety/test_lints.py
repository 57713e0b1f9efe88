"""What no code of ours may do, held against every line of it: markup, SQL, shared state, caches."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    [*(ROOT / "ppn_scenarios").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
)
TREES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}
UNSAFE = {"unsafe_allow_html", "unsafe_allow_javascript", "allow_html"}
# Files that send HTML: each says there that it escapes whatever is not its own text.
SQL_FILES = {
    f"ppn_scenarios/tables/{name}.py" for name in ("database", "load", "checks", "constraints")
}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call in some code, with the last part of the name that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield (
                (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")),
                node,
            )


def test_no_code_switches_the_guard_against_markup_off() -> None:
    for name, tree in TREES.items():
        for _, call in calls(tree):
            assert not UNSAFE & {k.arg for k in call.keywords}, name


RUNS = {"eval", "exec", "compile", "__import__", "system", "popen", "Popen", "loads_unsafe"}
RUNNERS = {
    "pickle",
    "marshal",
    "shelve",
    "subprocess",
    "ctypes",
    "socket",
    "urllib.request",
    "requests",
    "httpx",
}


MEMORY = "ppn_scenarios/running/freed.py"  # calls one function of the C library, with our numbers


def test_no_code_runs_text_opens_a_network_or_unpickles() -> None:
    for name, tree in TREES.items():
        assert not RUNS & {called for called, node in calls(tree) if not is_re(node)}, name
        allowed = {"socket"} if name.startswith("ppn_scenarios/server/") else set()
        allowed |= {"ctypes"} if name == MEMORY else set()
        assert not (RUNNERS - allowed) & set(imported(tree)), name


WRITERS = {"ppn_scenarios/command/folder.py", "ppn_scenarios/sharing/report/pdf.py"}


def test_every_file_is_written_beside_and_renamed_for_no_other_code_writes_any() -> None:
    for name, tree in TREES.items():
        for called, call in calls(tree):
            modes = [a.value for a in call.args if isinstance(a, ast.Constant)]
            opened = called == "open" and any(str(m).strip("bt+") in "wax" for m in modes if m)
            to_path = called == "to_csv" and bool(call.args)
            assert not (called in ("write_text", "write_bytes") or opened or to_path) or (
                name in WRITERS
            ), f"{name}:{call.lineno} writes a file: use command/folder.py"


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that some code imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""


def is_re(call: ast.Call) -> bool:
    """Whether a call is of a module such as re or typst, whose `compile` runs nothing of Python."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in ("re", "typst")


def test_html_of_ours_escapes_what_is_put_into_it() -> None:
    """Every value in an f-string of HTML is escaped, a name of our own, or a part already made."""
    escapes = ("escape", "cell_html", "row_html", "explained_by")
    for name, tree in TREES.items():
        for called, call in calls(tree):
            if called != "html" or not call.args:
                continue
            for value in (v for v in ast.walk(call.args[0]) if isinstance(v, ast.FormattedValue)):
                inside = {c for c, _ in calls(value.value)}
                own = isinstance(value.value, ast.Name | ast.Subscript | ast.Attribute)
                assert inside & set(escapes) or own, f"{name}:{call.lineno}"


def test_sql_is_only_in_tables_and_never_made_from_values() -> None:
    for name, tree in TREES.items():
        here = name.startswith("ppn_scenarios/tables/")
        for called, call in calls(tree):
            if called in ("execute", "executemany", "sql", "extract_statements"):
                assert here, f"{name}:{call.lineno}"
            if called == "ask" and here:
                assert name in SQL_FILES or isinstance(call.args[0], ast.Constant | ast.Name), (
                    f"{name}:{call.lineno} makes a query from parts"
                )
        if here and name not in SQL_FILES:
            for node in ast.walk(tree):
                if isinstance(node, ast.JoinedStr):
                    said = "".join(str(v.value) for v in node.values if isinstance(v, ast.Constant))
                    assert "SELECT" not in said, f"{name}:{node.lineno} formats SQL"


# What everyone shares: nothing that is reachable from a module or a cache can be changed.


def test_the_names_of_a_module_are_not_written_again_by_its_code() -> None:
    for name, tree in TREES.items():
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)], name


CHANGES = {
    "append",
    "extend",
    "insert",
    "add",
    "update",
    "setdefault",
    "pop",
    "popitem",
    "clear",
    "remove",
    "discard",
    "sort",
    "reverse",
}


# What was made fixed already, held weakly and by identity: nobody is handed anything out of it.
NOTED = {("ppn_scenarios/ui/shared.py", "_seen_to")}


def test_no_function_changes_what_its_module_holds() -> None:
    """A list or dictionary at the top of a module may be there, and no function writes to it."""
    for name, tree in TREES.items():
        held = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
            own = {a.arg for a in [*function.args.args, *function.args.kwonlyargs]}
            own |= {
                n.id
                for n in ast.walk(function)
                if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
            }
            for node in (n for n in ast.walk(function) if isinstance(n, ast.expr)):
                target = None
                if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
                    target = node.value
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr in CHANGES
                ):
                    target = node.func.value
                if (
                    isinstance(target, ast.Name)
                    and target.id in held - own
                    and (name, target.id) not in NOTED
                ):
                    pytest.fail(f"{name}:{node.lineno} changes {target.id}, which everyone shares")


def test_streamlits_own_caches_are_not_used_without_a_limit() -> None:
    for name, tree in TREES.items():
        for called, call in calls(tree):
            if called in ("cache_data", "cache_resource"):
                assert {"max_entries"} <= {k.arg for k in call.keywords}, name
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                bare = {getattr(d, "attr", "") for d in node.decorator_list}
                assert not bare & {"cache_data", "cache_resource"}, f"{name}: give it max_entries"


def test_no_widget_has_the_name_of_something_that_a_session_keeps() -> None:
    """A widget with such a key would put its own value in the place of what is kept."""
    kept: set[str] = set()
    keys: dict[object, str] = {}
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                owner = node.value
                if ast.unparse(owner) in ("state", "st.session_state"):
                    kept.add(node.attr)
        for called, call in calls(tree):
            first = call.args[0] if call.args else None
            if called == "setdefault" and "session_state" in ast.unparse(call.func):
                kept.add(str(first.value) if isinstance(first, ast.Constant) else "")
            for keyword in call.keywords if called != "container" else ():
                if keyword.arg == "key" and isinstance(keyword.value, ast.Constant):
                    keys[keyword.value.value] = f"{name}:{call.lineno}"
    assert {"scenario", "view", "kept", "record"} <= kept
    assert len(keys) > 40
    assert not {key: where for key, where in keys.items() if key in kept}


OF_A_SESSION = {"session_state", "visit", "kept", "current_session", "own_scenes"}


def test_what_makes_a_file_when_its_button_is_pressed_asks_no_session() -> None:
    """There is none then: the file would never come, and only a browser would notice."""
    made = 0
    for name, tree in TREES.items():
        for called, call in calls(tree):
            for given in (k.value for k in call.keywords if k.arg == "data"):
                if called == "download_button" and isinstance(given, ast.Lambda):
                    words = {n.id for n in ast.walk(given) if isinstance(n, ast.Name)}
                    words |= {n.attr for n in ast.walk(given) if isinstance(n, ast.Attribute)}
                    assert not words & OF_A_SESSION, f"{name}:{call.lineno}"
                    made += 1
    assert made >= 3
