"""The architecture, read from the syntax trees of `src/`; beside each rule a tree that breaks it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import pytest
from attrs import frozen

SRC = Path(__file__).parents[1] / "src"
LAYERS = (
    "log",
    "language",
    "source",
    "errors",
    "failure",
    "argument",
    "schema",
    "process",
    "writing",
    "option",
    "model",
    "glossary",
    "law",
    "workdays",
    "deadlines",
    "intake",
    "summary",
    "rules",
    "rollup",
    "report",
    "wire",
    "output",
    "plugins",
    "worker",
    "dossier",
    "cli",
)
PUBLIC = {f"ppid_core.{layer}" for layer in ("language", "model", "summary", "report", "errors", "plugins")}
CLOCKS = {"today", "now", "utcnow"}
SHAPELESS = {"util", "utils", "helper", "helpers", "common", "base", "manager", "managers"}
STILL_SHARED = frozenset({"Picture"})
"""Words that name two classes until the report has given one of them up."""
OLD_NAMES = frozenset(
    {
        "accepting",
        "acting",
        "asking",
        "beginning",
        "brought",
        "closing",
        "coded",
        "composing",
        "counted",
        "counting",
        "elapsed",
        "ending",
        "explaining",
        "exporting",
        "filling",
        "gathering",
        "grouping",
        "guiding",
        "holding",
        "installed",
        "joining",
        "judging",
        "lending",
        "lettering",
        "linking",
        "lodged",
        "made",
        "masking",
        "measuring",
        "missing",
        "moved",
        "naming",
        "numbering",
        "opening",
        "ordering",
        "pending",
        "plugged",
        "probing",
        "reconciled",
        "recorded",
        "repeated",
        "running_times",
        "saying",
        "spacing",
        "standing",
        "stated",
        "tabling",
        "telling",
        "told",
        "unnamed",
        "unsettled",
        "worded",
    }
)
"""Participles and gerunds that modules were once called by: none says what it holds."""
LONGEST_MODULE = 500
"""A module answers one question that a newcomer would ask by name; cutting finer is as bad as a heap."""
LONGEST_FUNCTION = 45


@frozen(kw_only=True)
class Module:
    """One file of the source tree; its name is dotted, a package's own file bears the package's name."""

    name: str
    is_package: bool
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def layer(self) -> str:
        """The second part of the name; "" for the root package itself."""
        return ".".join(self.name.split(".")[1:2])

    @cached_property
    def imports(self) -> tuple[str, ...]:
        """Every import of the module, found once for all rules."""
        return tuple(self._imported())

    def _imported(self) -> Iterator[str]:
        """Yield every imported module, wherever it is imported; layers taken from the root by their name."""
        for node in ast.walk(self.tree):
            match node:
                case ast.Import(names=names):
                    yield from (alias.name for alias in names)
                case ast.ImportFrom(module=module, names=names, level=level):
                    origin = ".".join((*self._package(level), *(module or "").split("."))).strip(".")
                    within = {f"{origin}.{alias.name}" for alias in names} if origin == "ppid_core" else set()
                    known = {name for name in within if name.split(".")[1] in {*LAYERS, "testing", "version"}}
                    yield from sorted(known)
                    if known != within or not within:
                        yield origin

    def _package(self, level: int) -> Sequence[str]:
        parts = self.name.split(".")
        return parts[: len(parts) + self.is_package - level] if level else ()


Rule = Callable[[Sequence[Module]], Iterator[str]]


def modules(src: Path) -> list[Module]:
    return [
        Module(
            name=".".join(path.relative_to(src).with_suffix("").parts).removesuffix(".__init__"),
            is_package=path.stem == "__init__",
            text=path.read_text(encoding="utf-8"),
        )
        for path in sorted(src.rglob("*.py"))
    ]


def each_layer_has_a_place(sources: Sequence[Module]) -> Iterator[str]:
    placed = {*LAYERS, "testing", "version", "__main__", ""}
    core = (module for module in sources if module.name.split(".")[0] == "ppid_core")
    yield from (f"{module.name} has no place" for module in core if module.layer not in placed)


def may_import(layer: str, other: str) -> bool:
    if "version" in {layer, other}:
        return other == "version"
    outside = {"testing": {"cli"}, "__main__": {"testing"}, "": {"testing", "cli"}}
    if layer in outside:
        return other not in outside[layer]
    if not other:
        return layer == "cli"
    return other in LAYERS and LAYERS.index(other) <= LAYERS.index(layer)


def imports_point_to_the_left(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        for target in module.imports:
            root, _, inner = target.partition(".")
            is_within = module.name.split(".")[0] == root == "ppid_core"
            if is_within and not may_import(module.layer, inner.split(".")[0]):
                yield f"{module.name} imports {target}"


def core_never_imports_exporters(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        if module.name.split(".")[0] == "ppid_core":
            strays = (name for name in module.imports if name.split(".")[0] == "ppid_exporters")
            yield from (f"{module.name} imports {name}" for name in strays)


def exporters_import_only_what_is_public(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        if module.name.split(".")[0] == "ppid_exporters":
            core = (name for name in module.imports if name.split(".")[0] == "ppid_core")
            yield from (
                f"{module.name} imports {name}" for name in core if name not in {"ppid_core", *PUBLIC}
            )


def modules_say_what_they_are_for(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        if module.text.strip() and not ast.get_docstring(module.tree):
            yield f"{module.name} has no docstring"


def annotations_are_postponed(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        if module.text.strip() and "__future__" not in set(module.imports):
            yield f"{module.name} does not postpone annotations"


def the_clock_is_read_by_the_command_alone(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        if module.name.split(".")[0] == "ppid_core" and module.layer != "cli":
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
                    yield f"{module.name}:{node.lineno} reads the clock"


def modules_are_short(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        lines = len(module.text.splitlines())
        if lines > LONGEST_MODULE:
            yield f"{module.name} has {lines} lines"


def functions_are_short(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    yield f"{module.name}.{node.name} has {lines} lines"


def names_say_something(sources: Sequence[Module]) -> Iterator[str]:
    yield from (
        f"{module.name} is named after nothing"
        for module in sources
        if SHAPELESS.intersection(part.strip("_") for part in module.name.split("."))
    )


def rooms_have_no_circle(sources: Sequence[Module]) -> Iterator[str]:
    """Within a layer, too, rooms stand in an order in which each imports only from those before it."""
    for layer in LAYERS:
        begin = f"ppid_core.{layer}."
        behind: dict[str, set[str]] = {}
        for module in sources:
            if module.name.startswith(begin):
                room = module.name.removeprefix(begin).split(".")[0]
                targets = (name.removeprefix(begin) for name in module.imports if name.startswith(begin))
                behind.setdefault(room, set()).update(name.split(".")[0] for name in targets)
        left = {room: others - {room} for room, others in behind.items()}
        while free := {room for room, others in left.items() if not others & left.keys()}:
            left = {room: others for room, others in left.items() if room not in free}
        if left:
            yield f"{layer} goes in a circle: {', '.join(sorted(left))}"


def the_engine_knows_no_family(sources: Sequence[Module]) -> Iterator[str]:
    for module in sources:
        if module.name.startswith("ppid_core.rules.engine"):
            strays = (name for name in module.imports if name.startswith("ppid_core.rules."))
            yield from (f"{module.name} imports {name}" for name in strays if name.split(".")[2] != "engine")


def one_word_names_one_class(sources: Sequence[Module]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for module in sources:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(module.name)
    shared = {name: homes for name, homes in found.items() if len(homes) > 1 and name not in STILL_SHARED}
    yield from (f"{name} is a class of {', '.join(homes)}" for name, homes in shared.items())


def old_names_stay_away(sources: Sequence[Module]) -> Iterator[str]:
    yield from (
        f"{module.name} has an old name" for module in sources if module.name.split(".")[-1] in OLD_NAMES
    )


RULES: tuple[Rule, ...] = (
    each_layer_has_a_place,
    imports_point_to_the_left,
    core_never_imports_exporters,
    exporters_import_only_what_is_public,
    modules_say_what_they_are_for,
    annotations_are_postponed,
    the_clock_is_read_by_the_command_alone,
    modules_are_short,
    functions_are_short,
    names_say_something,
    rooms_have_no_circle,
    the_engine_knows_no_family,
    one_word_names_one_class,
    old_names_stay_away,
)


def written(folder: Path, files: Mapping[str, str]) -> list[Module]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return modules(folder)


@pytest.fixture(scope="module")
def ours() -> list[Module]:
    """Every module of the source tree."""
    return modules(SRC)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_tree_keeps_the_rule(rule: Rule, ours: list[Module]) -> None:
    assert not list(rule(ours))


def test_the_source_tree_is_read_at_all(ours: list[Module]) -> None:
    names = {module.name for module in ours}
    assert {"ppid_core", "ppid_core.model", "ppid_core.model.year", "ppid_exporters"} <= names


LEFT = imports_point_to_the_left
OUTSIDE = exporters_import_only_what_is_public
CLOCK = the_clock_is_read_by_the_command_alone
BREACHES: tuple[tuple[Rule, str, str, str], ...] = (
    (each_layer_has_a_place, "ppid_core/stray.py", "", "ppid_core.stray has no place"),
    (
        LEFT,
        "ppid_core/model/a.py",
        "def f():\n    import ppid_core.law",
        "ppid_core.model.a imports ppid_core.law",
    ),
    (LEFT, "ppid_core/model/__init__.py", "from ..law.a import b", "ppid_core.model imports ppid_core.law.a"),
    (
        LEFT,
        "ppid_core/law/a.py",
        "from ppid_core import model, rules",
        "ppid_core.law.a imports ppid_core.rules",
    ),
    (LEFT, "ppid_core/law/a.py", "from ppid_core import Rule", "ppid_core.law.a imports ppid_core"),
    (LEFT, "ppid_core/cli/a.py", "import ppid_core.testing", "ppid_core.cli.a imports ppid_core.testing"),
    (
        LEFT,
        "ppid_core/testing/a.py",
        "from ppid_core import cli",
        "ppid_core.testing.a imports ppid_core.cli",
    ),
    (LEFT, "ppid_core/__init__.py", "from ppid_core.cli import main", "ppid_core imports ppid_core.cli"),
    (
        LEFT,
        "ppid_core/__main__.py",
        "import ppid_core.testing",
        "ppid_core.__main__ imports ppid_core.testing",
    ),
    (LEFT, "ppid_core/version.py", "import ppid_core.model", "ppid_core.version imports ppid_core.model"),
    (
        core_never_imports_exporters,
        "ppid_core/a.py",
        "import ppid_exporters",
        "ppid_core.a imports ppid_exporters",
    ),
    (
        OUTSIDE,
        "ppid_exporters/a.py",
        "import ppid_core.report.b",
        "ppid_exporters.a imports ppid_core.report.b",
    ),
    (OUTSIDE, "ppid_exporters/a.py", "from ppid_core import law", "ppid_exporters.a imports ppid_core.law"),
    (modules_say_what_they_are_for, "ppid_core/a.py", "A = 1", "ppid_core.a has no docstring"),
    (annotations_are_postponed, "ppid_core/a.py", '"""A."""', "ppid_core.a does not postpone annotations"),
    (
        CLOCK,
        "ppid_core/law/a.py",
        "import datetime as d\nd.date.today()",
        "ppid_core.law.a:2 reads the clock",
    ),
    (CLOCK, "ppid_core/a.py", "from datetime import *\n\ndatetime.now()", "ppid_core.a:3 reads the clock"),
    (modules_are_short, "ppid_exporters/a.py", "A = 1\n" * 501, "ppid_exporters.a has 501 lines"),
    (functions_are_short, "ppid_core/a.py", "def f():\n" + "  1\n" * 45, "ppid_core.a.f has 46 lines"),
    (functions_are_short, "ppid_core/a.py", "async def f():\n" + "  1\n" * 45, "ppid_core.a.f has 46 lines"),
    (names_say_something, "ppid_core/law/_utils.py", "", "ppid_core.law._utils is named after nothing"),
    (names_say_something, "ppid_core/base/a.py", "", "ppid_core.base.a is named after nothing"),
    (
        rooms_have_no_circle,
        "ppid_core/rules/a.py ppid_core/rules/b/c.py",
        "import ppid_core.rules.b.c | from ppid_core.rules import a\nimport ppid_core.rules.a",
        "rules goes in a circle: a, b",
    ),
    (
        the_engine_knows_no_family,
        "ppid_core/rules/engine/a.py",
        "import ppid_core.rules.cases.b",
        "ppid_core.rules.engine.a imports ppid_core.rules.cases.b",
    ),
    (
        one_word_names_one_class,
        "ppid_core/law/a.py ppid_exporters/b.py",
        "class Book: ... | class Book: ...",
        "Book is a class of ppid_core.law.a, ppid_exporters.b",
    ),
    (old_names_stay_away, "ppid_core/law/moved.py", "", "ppid_core.law.moved has an old name"),
)


@pytest.mark.parametrize(("rule", "path", "text", "fault"), BREACHES)
def test_a_breach_is_seen(rule: Rule, path: str, text: str, fault: str, tmp_path: Path) -> None:
    files = dict(zip(path.split(), text.split(" | "), strict=True))

    assert [fault] == list(rule(written(tmp_path, files)))


def test_every_rule_has_a_breach_that_proves_it() -> None:
    assert set(RULES) == {rule for rule, *_ in BREACHES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_tree_that_uses_all_that_is_allowed_breaks_no_rule(rule: Rule, tmp_path: Path) -> None:
    head = '"""What it is for."""\n\nfrom __future__ import annotations\n\n'
    kept = {
        "ppid_core/__init__.py": head + "from ppid_core.model import ServiceYear",
        "ppid_core/__main__.py": head + "from ppid_core.cli import main",
        "ppid_core/model/__init__.py": head + "from .year import A\nfrom ppid_core.source import Source",
        "ppid_core/model/year.py": head + "from ppid_core import version\n" + "A = 1\n" * 245,
        "ppid_core/law/empty.py": "",
        "ppid_core/cli/a.py": head + "import datetime\nimport ppid_core\nON = datetime.date.today()",
        "ppid_core/testing/__init__.py": head + "from ppid_core import load\nimport ppid_core.plugins",
        "ppid_core/law/a.py": head + "def f():\n" + "    pass\n" * 44,
        "ppid_exporters/a.py": head
        + "from ppid_core import hookimpl\nfrom ppid_core.report import Table\nimport ppid_exporters.b",
    }
    assert not list(rule(written(tmp_path, kept)))
