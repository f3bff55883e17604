"""What importing the library costs, and what of its machinery is not public."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core import plugins

ROOT = Path(__file__).parents[2]
HEAVY = (
    *("click", "cattrs", "pluggy", "pytest", "hypothesis", "jinja2", "attrs", "attr", "vl_convert"),
    *("ppid_exporters", "ppid_core.model", "ppid_core.rules", "ppid_core.plugins", "ppid_core.cli"),
)


def test_importing_the_library_imports_almost_nothing() -> None:
    code = f"import sys, ppid_core; print([name for name in {HEAVY!r} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"


class Site(Protocol):
    folder: Path

    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


def optional_modules() -> set[str]:
    """Return what the extras of the project bring that is importable here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (line for lines in project["optional-dependencies"].values() for line in lines)
    names = {_name(line) for line in extras} - {"ppid-core", *map(_name, project["dependencies"])}
    return {
        module
        for module, homes in packages_distributions().items()
        if names & {_name(home) for home in homes}
    }


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


@pytest.mark.slow
@pytest.mark.parametrize(
    "code",
    [
        "import ppid_core",
        "from ppid_core.model import ServiceYear",
        "import ppid_core.plugins",
        "from ppid_core import load_plugins; load_plugins(block=['ppid-loud'])",
        "from ppid_core import load_plugins; [e.label for e in load_plugins(block=['ppid-loud']).exporters]",
    ],
)
def test_no_optional_library_is_imported_before_it_is_needed(site: Site, code: str) -> None:
    site.install("ppid-loud", plug_loud="raise SystemExit(9)")
    optional = optional_modules()
    assert {"pytest", "hypothesis", "jinja2", "holidays"} <= optional
    wanted = {"plug_loud", *optional}

    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(sorted({wanted!r} & set(sys.modules)))"],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(site.folder)},
    )

    assert done.stdout == "[]\n"


def test_machinery_is_not_public_and_stays_where_it_is() -> None:
    from ppid_core.plugins.artifacts import completed, made_by  # noqa: PLC0415  that these are there is the point
    from ppid_core.plugins.hookspecs import hookspec  # noqa: PLC0415  that these are there is the point
    from ppid_core.plugins.inventory import PluginClaim, settled  # noqa: PLC0415  that these are there is the point

    machinery = {one.__name__ for one in (completed, made_by, settled, PluginClaim)}

    assert hookspec.project_name == "ppid"
    assert not {*machinery, "hookspec"} & set(plugins.__all__)
    assert all(hasattr(plugins, name) for name in plugins.__all__)
