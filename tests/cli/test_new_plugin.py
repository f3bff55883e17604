from __future__ import annotations

import importlib
import keyword
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import example, given
from hypothesis.strategies import from_regex, text

from ppid_core import load_plugins
from ppid_core.cli.verbs.new_plugin import KINDS, fault_of, names_of, skeleton_of
from ppid_core.plugins import Exporter

ROOT = Path(__file__).parents[2]
NAMES = {
    "exporter": "ppid-exporter-coba",
    "importer": "ppid-importer-coba",
    "rules": "ppid-rules-coba",
    "audit": "ppid-audit-coba",
}


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def files_below(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def said(text: str) -> str:
    """Return what was printed on one line, as it was before it was wrapped."""
    return " ".join(text.split())


# What is written


@pytest.mark.parametrize("kind", KINDS)
def test_folder_holds_a_project_a_module_a_test_and_a_readme(run: Run, tmp_path: Path, kind: str) -> None:
    ended = run("plugin-baru", NAMES[kind], "--kind", kind, "--to", tmp_path / "baru")

    module = NAMES[kind].replace("-", "_")
    wanted = [
        "README.md",
        "pyproject.toml",
        f"src/{module}/__init__.py",
        *(["tests/contoh.coba"] if kind == "importer" else []),
        f"tests/test_{module}.py",
    ]
    home = tmp_path / "baru" / NAMES[kind]
    assert (ended.code, ended.err) == (0, "")
    assert files_below(home) == wanted
    assert ended.out.startswith(f"Plugin {NAMES[kind]} siap di {home}:\n")
    assert all(f"  {name}\n" in ended.out for name in wanted)


def test_what_comes_next_is_told_in_both_languages(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "folder saya" / "ppid-exporter-coba"

    printed = run("new-plugin", "ppid-exporter-coba", "--to", home.parent, "--lang", "en").out

    assert printed.splitlines()[0] == f"The plugin ppid-exporter-coba is ready in {home}:"
    assert printed.splitlines()[-4:] == [
        "Next:",
        f'  cd "{home}"',
        '  python -m pip install -e ".[test]"',
        "  python -m pytest",
    ]


def test_without_a_kind_it_is_an_exporter_beside_us(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    run("new-plugin", "ppid-exporter-coba")

    module = (tmp_path / "ppid-exporter-coba" / "src" / "ppid_exporter_coba" / "__init__.py").read_text(
        "utf-8"
    )
    assert "class CobaExporter:" in module
    assert 'name: str = "coba"' in module


def test_name_is_written_as_packaging_tools_compare_it(run: Run, tmp_path: Path) -> None:
    run("new-plugin", "PPID_Exporter.Coba", "--to", tmp_path)

    project = tomllib.loads((tmp_path / "ppid-exporter-coba" / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]
    assert project["name"] == "ppid-exporter-coba"
    assert project["entry-points"]["ppid"] == {"coba": "ppid_exporter_coba"}


@pytest.mark.parametrize("kind", KINDS)
def test_project_asks_of_python_and_hatchling_what_ours_asks(kind: str) -> None:
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    theirs = tomllib.loads(skeleton_of(names_of(NAMES[kind]), kind)["pyproject.toml"].decode())

    hatchling = [one for one in ours["build-system"]["requires"] if one.startswith("hatchling")]
    assert theirs["build-system"] == {**ours["build-system"], "requires": hatchling}
    assert theirs["project"]["requires-python"] == ours["project"]["requires-python"]
    (core,) = theirs["project"]["dependencies"]
    assert re.fullmatch(r"ppid-core>=\d+\.\d+", core)


# What is not


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("-teks", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("teks-", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("teks saya", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("../teks", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("téks", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("teks\n", "tidak dapat dipakai: nama paket terdiri atas huruf"),
        ("3d", "modul 3d bukan nama di Python"),
        ("class", "modul class bukan nama di Python"),
        ("json", "modul json bukan nama di Python, atau sudah ada"),
        ("ppid-core", "modul ppid_core bukan nama di Python, atau sudah ada"),
        ("PyTest", "modul pytest bukan nama di Python, atau sudah ada"),
        ("aux", "nama yang berarti lain di Windows"),
        ("a" * 201, "terlalu panjang"),
    ],
)
def test_name_that_cannot_be_used_is_a_sentence_and_exit_code_2(
    run: Run, tmp_path: Path, name: str, why: str
) -> None:
    ended = run("new-plugin", "--to", tmp_path, "--", name)

    assert (ended.code, ended.out) == (2, "")
    assert why in said(ended.err)
    assert files_below(tmp_path) == []


def test_usage_that_is_wrong_is_a_sentence(run: Run) -> None:
    assert said(run("new-plugin").err).startswith("NAMA belum ditulis.")
    assert "Yang dapat: exporter, importer, rules, audit." in said(
        run("new-plugin", "a", "--kind", "format").err
    )


@pytest.mark.parametrize("there", ["ppid-exporter-coba/pyproject.toml", "ppid-exporter-coba"])
def test_what_is_there_is_not_touched(run: Run, tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("milik saya", encoding="utf-8")

    ended = run("new-plugin", "PPID.exporter.coba", "--to", tmp_path)

    assert ended.code == 2
    assert "sudah ada. Pilih nama lain, misalnya" in said(ended.err)
    assert files_below(tmp_path) == [there]
    assert (tmp_path / there).read_text("utf-8") == "milik saya"


def test_empty_folder_of_that_name_is_not_taken_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ppid-exporter-coba").mkdir()

    assert run("new-plugin", "ppid-exporter-coba", "--to", tmp_path).code == 2
    assert files_below(tmp_path) == []


def test_format_that_is_there_already_is_refused(run: Run, tmp_path: Path) -> None:
    ended = run("new-plugin", "ppid-exporter-csv", "--to", tmp_path, "--lang", "en")

    assert ended.code == 2
    assert "ppid-core brings csv already" in said(ended.err)
    assert files_below(tmp_path) == []
    assert run("new-plugin", "ppid-audit-csv", "--kind", "audit", "--to", tmp_path).code == 0


def test_ending_that_is_read_already_is_refused(run: Run, tmp_path: Path) -> None:
    ended = run("new-plugin", "ppid-importer-xlsm", "--kind", "importer", "--to", tmp_path, "--lang", "en")

    assert ended.code == 2
    assert "ppid-core brings .xlsm already" in said(ended.err)
    assert run("new-plugin", "ppid-importer-html", "--to", tmp_path).code == 2
    assert run("new-plugin", "ppid-importer-kas-us", "--kind", "importer", "--to", tmp_path).code == 0
    assert (tmp_path / "ppid-importer-kas-us" / "tests" / "contoh.kasus").is_file()


# What it is worth


@example("FALSE")
@given(text() | from_regex(r"(?i)[a-z0-9._-]{1,30}", fullmatch=True))
def test_every_name_that_is_taken_gives_names_that_the_loader_takes(name: str) -> None:
    fault, names = fault_of(name), names_of(name)

    if fault is not None:
        assert fault.id
        assert fault.en
    else:
        assert re.fullmatch(r"[a-z][a-z0-9-]*", names["short"])
        assert re.fullmatch(r"[A-Z]{2,4}[0-9]{3}", names["code"])
        assert re.fullmatch(r"[a-z0-9]+", names["ending"])
        for called in (names["module"], names["class_name"]):
            assert called.isidentifier()
            assert not keyword.iskeyword(called)


@pytest.mark.parametrize("kind", KINDS)
@given(from_regex(r"(ppid-)?([a-z]+-)?[a-z][a-z0-9]{0,12}", fullmatch=True))
def test_every_skeleton_is_python_and_toml(kind: str, name: str) -> None:
    if fault_of(name) is None:
        for path, content in skeleton_of(names_of(name), kind).items():
            assert "${" not in content.decode()
            if path.endswith(".py"):
                compile(content, path, "exec")
            elif path.endswith(".toml"):
                tomllib.loads(content.decode())


@pytest.fixture
def made(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder with a skeleton of each kind, which can be imported for one test."""
    for kind, name in NAMES.items():
        run("new-plugin", name, "--kind", kind, "--to", tmp_path)
        monkeypatch.syspath_prepend(tmp_path / name / "src")
    importlib.invalidate_caches()
    yield tmp_path
    for name in NAMES.values():
        sys.modules.pop(name.replace("-", "_"), None)


def test_skeletons_are_loaded_without_problems(made: Path) -> None:
    entry_points = []
    for distribution in NAMES.values():
        project = tomllib.loads((made / distribution / "pyproject.toml").read_text("utf-8"))["project"]
        entry_points += [
            EntryPoint(name, value, "ppid") for name, value in project["entry-points"]["ppid"].items()
        ]

    plugins = load_plugins(entry_points=entry_points)

    assert plugins.problems == ()
    assert isinstance(plugins.exporter("coba"), Exporter)
    assert plugins.rule("COB101").title.id
    assert plugins.importer(".coba").name == "coba"
    assert [one.owner.entry_point for one in plugins.listeners] == ["coba"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "check", [["check", "--select", "E,W,F,I,N,UP,B,SIM,ANN,RUF,C4"], ["format", "--check"]]
)
def test_skeletons_are_clean(made: Path, kind: str, check: list[str]) -> None:
    ruff = [sys.executable, "-m", "ruff", *check, "--isolated", "--no-cache", "--line-length", "110", "."]

    done = subprocess.run(ruff, check=False, capture_output=True, text=True, cwd=made / NAMES[kind])

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_skeletons_are_typed(made: Path, types_seen: Path) -> None:
    sources = [made / name / part for name in NAMES.values() for part in ("src", "tests")]
    mypy = [sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases", f"--cache-dir={types_seen}"]
    path = os.pathsep.join(map(str, [ROOT / "src", *sources]))

    done = subprocess.run(
        [*mypy, *map(str, sources)],
        check=False,
        capture_output=True,
        text=True,
        cwd=made,
        env={**os.environ, "MYPYPATH": path},
    )

    assert done.returncode == 0, done.stdout
