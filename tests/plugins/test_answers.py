"""What plugins answer, wrong in every way one could think of: told in two languages, and the rest goes on."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from ppid_core.plugins import PluginProblem, Plugins, load_plugins
from ppid_core.version import VERSION

HEAD = """
    from attrs import frozen
    from ppid_core.language import Bilingual
    from ppid_core.plugins import Artifact, hookimpl
    from ppid_core.rules import Rule, Severity

    TEXT = Bilingual("teks", "text")

    @frozen(kw_only=True)
    class Mine:
        name: str = "mine"
        label: str = "Punya kami"

        def export(self, report, /):
            yield Artifact(name="mine.txt", media_type="text/plain", content=b"isi")

    def rule(**changed):
        texts = dict.fromkeys(("title", "message", "mend", "explanation", "where", "example"), TEXT)
        values = {"code": "BTN101", "severity": Severity.INFO, "check": lambda evidence: [], **texts}
        return Rule(**{**values, **changed})
"""
EXPORTERS, RULES = "ppid_register_exporters", "ppid_register_rules"


class Site(Protocol):
    folder: Path

    def install(
        self, distribution: str, version: str = "1.0", *, entry_points: object = None, **modules: str
    ) -> None: ...


def source(hook: str, body: str, extra: str = "") -> str:
    return f"{HEAD}\n{extra}\n    @hookimpl\n    def {hook}():\n        {body}\n"


def loaded(site: Site, text: str) -> Plugins:
    site.install("ppid-odd", "0.3", plug_odd=text)
    return load_plugins()


def told(plugins: Plugins) -> list[str]:
    return [problem.cause for problem in plugins.problems]


@pytest.mark.parametrize("hook", [EXPORTERS, RULES, "ppid_register_importers"])
@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("pass", "it returned NoneType, not a list"),
        ("return 'mine'", 'it returned "mine", not a list'),
        ("return b'mine'", "it returned bytes, not a list"),
        ("return {'mine': Mine()}", "it returned dict, not a list"),
        ("return Mine()", "it returned Mine, not a list"),
        ("return Mine", "it returned Mine, not a list"),
        ("return 7", "it returned int, not a list"),
        ("while True: yield Mine()", "more than 1,000 items"),
        ("yield Mine(); raise SystemExit(1)", "SystemExit: 1"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("raise Exception('a\\nb \\x1b[31m' + 'c' * 999)", "Exception: a b ?[31m" + "c" * 291 + "…"),
    ],
)
def test_answer_that_is_no_list_is_told(site: Site, hook: str, body: str, cause: str) -> None:
    plugins = loaded(site, source(hook, body))

    assert [f"{hook}: {cause}"] == told(plugins)
    assert "mine" not in {exporter.name for exporter in plugins.exporters}


@pytest.mark.parametrize(
    "body", ["return []", "return ()", "return iter([])", "return set()", "yield from ()"]
)
def test_empty_answer_is_an_answer(site: Site, body: str) -> None:
    assert loaded(site, source(EXPORTERS, body)).problems == ()


@pytest.mark.parametrize(
    ("item", "cause"),
    [
        ("None", "NoneType is no exporter"),
        ("[Mine()]", "list is no exporter"),
        ("Mine", "Mine is no exporter"),
        (
            "type('Odd', (), {'name': 'a', 'label': 'b', 'export': 5})()",
            'the exporter "a" is wrong in export=5',
        ),
        ("Mine(name='Mine')", "the exporter \"Mine\" is wrong in name='Mine'"),
        ("Mine(name='a' * 99 + '!')", f'the exporter "{"a" * 40}" is wrong in name='),
        ("Mine(name='a\\n')", "the exporter \"a\" is wrong in name='a\\n'"),
        ("Mine(name=[])", "the exporter list is wrong in name=[]"),
        ("Mine(label=' ')", "the exporter \"mine\" is wrong in label=' '"),
        ("Mine(label='a\\x1b[2J')", "the exporter \"mine\" is wrong in label='a\\x1b[2J'"),
        ("Mine(label=None)", 'the exporter "mine" is wrong in label=None'),
    ],
)
def test_what_is_no_exporter_is_told_and_its_neighbour_used(site: Site, item: str, cause: str) -> None:
    plugins = loaded(site, source(EXPORTERS, f"return [{item}, Mine(name='fine')]"))

    (problem,) = plugins.problems
    assert problem.cause.startswith(f"{EXPORTERS}: {cause}")
    assert "fine" in {exporter.name for exporter in plugins.exporters}
    assert "mine" not in {exporter.name for exporter in plugins.exporters}


@pytest.mark.parametrize("error", ["ZeroDivisionError", "SystemExit", "BaseException"])
@pytest.mark.parametrize("part", ["name", "label", "export"])
def test_property_that_raises_anything_is_told(site: Site, part: str, error: str) -> None:
    odd = f"""
    class Odd:
        name, label, export = "odd", "Aneh", lambda self, report: []

        @property
        def {part}(self):
            raise {error}
    """

    plugins = loaded(site, source(EXPORTERS, "return [Odd(), Mine(name='fine')]", odd))

    (problem,) = plugins.problems
    assert problem.cause.startswith(f"{EXPORTERS}: {error}")
    assert "fine" in {exporter.name for exporter in plugins.exporters}


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ("code='T901'", "the rule \"T901\" is wrong in code='T901'"),
        ("severity='error'", "the rule \"BTN101\" is wrong in severity='error'"),
        ("title='judul', mend=None", "the rule \"BTN101\" is wrong in title='judul', mend=None"),
        ("message=Bilingual('{', 'text')", 'the rule "BTN101" is wrong in message='),
        ("message=Bilingual('{a.b}', 'text')", 'the rule "BTN101" is wrong in message='),
        ("message=Bilingual('{a:b}', 'text')", 'the rule "BTN101" is wrong in message='),
        ("message=Bilingual('{a:b|c|d}', 'text')", 'the rule "BTN101" is wrong in message='),
        ("basis='request_response'", "the rule \"BTN101\" is wrong in basis='request_response'"),
        ("basis=('perda_banten',)", "the rule \"BTN101\" is wrong in basis=('perda_banten',)"),
        ("check=None", 'the rule "BTN101" is wrong in check=None'),
    ],
)
def test_rule_that_could_not_be_asked_or_printed_is_told(site: Site, changed: str, cause: str) -> None:
    plugins = loaded(site, source(RULES, f"return [rule({changed}), rule(code='BTN102')]"))

    (problem,) = plugins.problems
    assert problem.cause.startswith(f"{RULES}: {cause}")
    assert ["BTN102"] == [rule.code for rule in plugins.rules if rule.code.startswith("BTN")]


def test_what_is_no_rule_is_told(site: Site) -> None:
    assert told(loaded(site, source(RULES, "return [rule]"))) == [
        f"{RULES}: function is no rule (it needs Rule; return an object, not a class)"
    ]


def test_rule_of_a_known_basis_is_used(site: Site) -> None:
    assert loaded(site, source(RULES, "return [rule(basis=('request_response',))]")).problems == ()


def test_rule_that_tells_one_from_several_is_used(site: Site) -> None:
    item = "rule(message=Bilingual('{affected} baris', '{affected} {affected:row|rows}'))"

    assert loaded(site, source(RULES, f"return [{item}]")).problems == ()


def test_two_of_one_name_in_one_plugin_are_told_and_neither_is_used(site: Site) -> None:
    plugins = loaded(site, source(EXPORTERS, "return [Mine(), Mine()]"))

    (problem,) = plugins.problems
    assert problem.message.id.startswith('Format "mine" dibawa oleh "ppid-odd" 0.3 dua kali; tidak satu pun')
    assert "mine" not in {exporter.name for exporter in plugins.exporters}


def test_rivals_of_one_distribution_are_chosen_by_entry_point(site: Site) -> None:
    text = source(EXPORTERS, "return [Mine()]")
    site.install("ppid-odd", plug_a=text, plug_b=text)

    (problem,) = load_plugins().problems

    assert "--block plug-a" in problem.message.id.replace("_", "-")
    assert load_plugins(block=["plug_a"]).exporter("mine").name == "mine"


EXCESS = "PluginValidationError: Plugin 'plug_odd' for hook"
MISSPELT = [
    ("@hookimpl\n    def ppid_exported(laporan, report): return []", f"{EXCESS} 'ppid_exported'"),
    ("@hookimpl\n    def ppid_register_rules(year): return []", f"{EXCESS} 'ppid_register_rules'"),
    ("@hookimpl(wrapper=True)\n    def ppid_register_rules(): return []", EXCESS),
]
NEWER = ["ppid_register_exporter", "ppid_register_themes", "xyz"]


@pytest.mark.parametrize(("function", "cause"), MISSPELT)
def test_wrong_function_is_told_and_nothing_of_that_plugin_is_used(
    site: Site, function: str, cause: str
) -> None:
    site.install("ppid-fine", plug_fine=source(EXPORTERS, "return [Mine(name='fine')]"))

    plugins = loaded(site, source(EXPORTERS, "return [Mine()]", f"    {function}\n"))

    (problem,) = plugins.problems
    assert problem.cause.startswith(cause)
    assert "mine" not in {exporter.name for exporter in plugins.exporters}
    assert plugins.exporter("fine").name == "fine"


@pytest.mark.parametrize("hook", NEWER)
def test_hook_that_is_not_known_is_told_and_the_others_of_that_plugin_are_used(site: Site, hook: str) -> None:
    plugins = loaded(
        site, source(EXPORTERS, "return [Mine()]", f"    @hookimpl\n    def {hook}(): return []\n")
    )

    assert told(plugins) == [hook]
    assert f"ppid-core {VERSION} does not know" in plugins.problems[0].message.en
    assert plugins.exporter("mine").label == "Punya kami"


def test_plugin_all_of_whose_hooks_are_of_a_later_version_is_told_once_and_no_other_suffers(
    site: Site,
) -> None:
    site.install("ppid-fine", plug_fine=source(EXPORTERS, "return [Mine(name='fine')]"))

    plugins = loaded(site, f"{HEAD}\n    @hookimpl\n    def ppid_register_themes(): return []\n")

    assert told(plugins) == ["ppid_register_themes"]
    assert "lebih baru" in plugins.problems[0].message.id
    assert plugins.exporter("fine").name == "fine"


def test_plugin_whose_only_hook_is_marked_as_of_a_later_version_is_fine(site: Site) -> None:
    later = "\n    @hookimpl(optionalhook=True)\n    def ppid_register_themes(): return []\n"

    assert loaded(site, HEAD + later).problems == ()


def test_function_without_its_mark_is_told_and_the_others_of_that_plugin_are_used(site: Site) -> None:
    unmarked = "    def ppid_register_rules(): return []\n"

    plugins = loaded(site, source(EXPORTERS, "return [Mine()]", unmarked))

    assert told(plugins) == ["ppid_register_rules without @hookimpl"]
    assert plugins.exporter("mine").label == "Punya kami"


def test_hook_of_a_later_version_may_be_marked_so(site: Site) -> None:
    later = "    @hookimpl(optionalhook=True)\n    def ppid_register_themes(): return []\n"

    assert loaded(site, source(EXPORTERS, "return [Mine()]", later)).problems == ()


def test_function_of_another_name_may_implement_a_hook(site: Site) -> None:
    named = f"    @hookimpl(specname='{EXPORTERS}')\n    def formats(): return [Mine()]\n"

    assert loaded(site, HEAD + named).exporter("mine").name == "mine"


@pytest.mark.parametrize(
    ("text", "value", "cause"),
    [
        ("A = 1", "plug_odd", "plug_odd"),
        ("A = None", "plug_odd:A", "plug_odd:A"),
        ("A = 1", "plug_odd:A", "plug_odd:A"),
        ("class A: pass", "plug_odd:A", "plug_odd:A"),
        ("A = 1", "plug_odd:B", "AttributeError: module 'plug_odd' has no attribute 'B'"),
        ("A = 1", "plug odd", "AttributeError"),
        ("class A:\n    def __dir__(self): raise SystemExit\na = A()", "plug_odd:a", "SystemExit"),
    ],
)
def test_entry_point_that_leads_to_no_plugin_is_told(site: Site, text: str, value: str, cause: str) -> None:
    site.install("ppid-odd", "0.3", entry_points={"odd": value}, plug_odd=text)

    (problem,) = load_plugins().problems

    assert problem.cause.startswith(cause)
    assert '"ppid-odd" 0.3' in problem.message.id


def test_object_with_methods_may_be_a_plugin(site: Site) -> None:
    text = f"""
    class Plugin:
        @hookimpl
        def {EXPORTERS}(self):
            return [Mine()]

        @hookimpl
        def ppid_exported(self, artifacts):
            return []

    plugin = Plugin()
    """
    site.install("ppid-odd", entry_points={"odd": "plug_odd:plugin"}, plug_odd=HEAD + text)

    plugins = load_plugins()

    assert plugins.problems == ()
    assert plugins.exporter("mine").name == "mine"
    assert len(plugins.listeners) == 1


HOSTILE = {
    "import": "import tidak_ada",
    "exit": "raise SystemExit(0)",
    "no_hook": "A = 1",
    "raises": source(EXPORTERS, "raise RuntimeError"),
    "no_list": source(EXPORTERS, "return 7"),
    "no_exporter": source(EXPORTERS, "return [7]"),
    "no_rule": source(RULES, "return [7]"),
    "taken": source(EXPORTERS, "return [Mine(name='html')]"),
    "twice": source(EXPORTERS, "return [Mine(), Mine()]"),
    "unmarked": HEAD + "\n    def ppid_register_rule(): return []\n",
    **{hook: HEAD + f"\n    @hookimpl\n    def {hook}(): return []\n" for hook in NEWER},
    **{f"misspelt_{number}": HEAD + f"\n    {function}\n" for number, (function, _) in enumerate(MISSPELT)},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_problem_says_in_both_languages_whose_fault_which_version_and_what_to_do(
    site: Site, name: str
) -> None:
    problems = loaded(site, HOSTILE[name]).problems

    assert problems
    for problem in problems:
        assert_told(problem)


def assert_told(problem: PluginProblem) -> None:
    assert (problem.owner.distribution, problem.owner.version, problem.owner.entry_point) == (
        "ppid-odd",
        "0.3",
        "plug_odd",
    )
    for text, ways in (
        (problem.message.id, ("--block ppid-odd", "Perbarui paket itu", "Pembuatnya perlu")),
        (problem.message.en, ("--block ppid-odd", "Update", "Its author")),
    ):
        assert '"ppid-odd" 0.3' in text
        assert any(way in text for way in ways)
        assert text.endswith(".")
        assert not re.search(r"\{\w+\}", text)
    assert problem.message.id != problem.message.en


@pytest.mark.slow
def test_plugin_that_warns_and_prints_is_used(site: Site) -> None:
    loud = "import warnings\nwarnings.warn('sudah usang')\nprint('hai')\n"
    site.install(
        "ppid-loud",
        plug_loud=loud + "from ppid_core.plugins import hookimpl\n"
        "@hookimpl\ndef ppid_register_rules():\n    return []\n",
    )
    code = "from ppid_core import load_plugins; print(load_plugins().problems)"

    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(site.folder)},
    )

    assert done.stdout.splitlines()[-1] == "()"
    assert "sudah usang" in done.stderr
