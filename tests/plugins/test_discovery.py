"""Which plugins are found: each once, whatever lies on the path beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.plugins import load_plugins

EMPTY = "from ppid_core.plugins import hookimpl\n\n@hookimpl\ndef ppid_register_rules():\n    return []\n"


class Site(Protocol):
    folder: Path

    def install(
        self, distribution: str, version: str = "1.0", *, entry_points: object = None, **modules: str
    ) -> None: ...


def owners(block: tuple[str, ...] = ()) -> list[str]:
    found = load_plugins(block=block).owners
    return [f"{owner.distribution} {owner.version} {owner.entry_point}" for owner in found]


def test_first_folder_of_the_path_counts(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.install("ppid-ods", "2.0", plug_ods=EMPTY)
    earlier = tmp_path / "ppid_ods-1.0.dist-info"
    earlier.mkdir()
    (earlier / "METADATA").write_text("Metadata-Version: 2.1\nName: ppid-ods\nVersion: 1.0\n", "utf-8")
    (earlier / "entry_points.txt").write_text("[ppid]\nplug_ods = plug_ods\n", "utf-8")

    assert "ppid-ods 2.0 plug_ods" in owners()
    monkeypatch.syspath_prepend(tmp_path)
    assert "ppid-ods 1.0 plug_ods" in owners()
    (earlier / "entry_points.txt").write_text("[console_scripts]\n", "utf-8")
    assert not any(owner.startswith("ppid-ods") for owner in owners())


@pytest.mark.slow
def test_plugins_are_found_where_another_program_has_imported_the_backport_of_metadata(site: Site) -> None:
    """From then on each distribution, and each entry point of it, is of the classes of that backport."""
    site.install("ppid-ods", "2.0", plug_ods=EMPTY)
    site.install("ppid-odd", "0.3", entry_points={"odd": "plug odd"})
    program = (
        "import sys, importlib_metadata\n"
        "from ppid_core.plugins import load_plugins\n"
        "plugins = load_plugins()\n"
        "told = [*(one.entry_point for one in plugins.owners), *(one.cause for one in plugins.problems)]\n"
        "print(*told, sep='\\n')\n"
    )

    told = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": f"{site.folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()

    assert {"ppid_core", "ppid_exporters", "plug_ods"} <= set(told)
    assert told[-1].startswith("AttributeError")


def test_entry_points_of_one_name_from_two_distributions_both_load(site: Site) -> None:
    site.install("ppid-a", entry_points={"hooks": "plug_a"}, plug_a=EMPTY)
    site.install("ppid-b", entry_points={"hooks": "plug_b"}, plug_b=EMPTY)

    assert [owner for owner in owners() if "hooks" in owner] == ["ppid-a 1.0 hooks", "ppid-b 1.0 hooks"]
    assert load_plugins().problems == ()


@pytest.mark.parametrize("name", ["ppid-a", "Ppid_A", "hooks"])
def test_blocked_is_left_out_by_distribution_or_entry_point(site: Site, name: str) -> None:
    site.install("ppid-a", entry_points={"hooks": "plug_a"}, plug_a=EMPTY)

    assert not any(owner.startswith("ppid-a") for owner in owners((name,)))


def test_metadata_that_nobody_can_read_are_told_and_the_others_load(site: Site) -> None:
    site.install("ppid-a", plug_a=EMPTY)
    site.install("ppid-broken", "0.3", entry_points={}, plug_broken=EMPTY)
    (site.folder / "ppid_broken-0.3.dist-info" / "entry_points.txt").write_text(
        "[ppid]\nplug_broken\n", "utf-8"
    )

    plugins = load_plugins()

    (problem,) = plugins.problems
    assert (problem.owner.distribution, problem.owner.version, problem.owner.entry_point) == (
        "ppid-broken",
        "0.3",
        "",
    )
    assert problem.message.id.startswith('Plugin "ppid-broken" 0.3 gagal dimuat (')
    assert "ppid-a" in {owner.distribution for owner in plugins.owners}
    assert load_plugins(block=["ppid-broken"]).problems == ()


def test_broken_metadata_of_something_else_concern_nobody(site: Site) -> None:
    site.install("lain", entry_points={}, modul_lain="")
    (site.folder / "lain-1.0.dist-info" / "entry_points.txt").write_text("[gui]\nrusak\n", "utf-8")

    assert load_plugins().problems == ()


def test_distribution_without_a_name_or_a_version_is_a_plugin_too(site: Site) -> None:
    for name in ("plug_x", "plug_y"):
        site.install(f"nameless-{name}", entry_points={name: name}, **{name: EMPTY})
        folder = site.folder / f"nameless_{name}-1.0.dist-info"
        (folder / "METADATA").write_text("Metadata-Version: 2.1\n", "utf-8")

    plugins = load_plugins()

    nameless = [owner for owner in plugins.owners if owner.distribution == ""]
    assert ["plug_x", "plug_y"] == [owner.handle for owner in nameless]
    assert {""} == {owner.version for owner in nameless}
    assert load_plugins(block=["plug_x", "plug_y"]).owners == plugins.owners[:2]


def test_entry_points_that_are_handed_over_need_no_distribution(site: Site) -> None:
    site.install("ppid-a", plug_a=EMPTY)
    entry_point = EntryPoint(name="mine", value="plug_a", group="ppid")

    plugins = load_plugins(entry_points=[entry_point, entry_point])

    assert ["ppid_core", "mine"] == [owner.entry_point for owner in plugins.owners]
    assert plugins.owners[1].module == "plug_a"


@pytest.mark.slow
def test_order_does_not_depend_on_the_hash_seed(site: Site) -> None:
    for letter in "cab":
        site.install(f"ppid-{letter}", **{f"plug_{letter}": EMPTY})
    code = "from ppid_core import load_plugins; print([o.distribution for o in load_plugins().owners])"

    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={"PYTHONPATH": str(site.folder), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert printed == {b"['ppid-core', 'ppid-core', 'ppid-a', 'ppid-b', 'ppid-c']\n"}
