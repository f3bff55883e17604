from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Protocol, cast

import pytest
from attrs import frozen

from ppid_core.errors import UnknownNameError
from ppid_core.plugins import AnswerError, Artifact, Plugins, PluginWarning, export, exported, load_plugins
from ppid_core.report import Report


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


@frozen(kw_only=True)
class Text:
    name: str = "text"
    label: str = "Teks"
    first: str = "laporan.txt"
    names: Iterable[str] = ()
    content: object = b"isi"

    def export(self, report: Report, /) -> Iterator[Artifact]:
        for name in self.names or (self.first,):
            yield Artifact(name=name, media_type=report.meta.lang, content=cast("bytes", self.content))


class Failing(Text):
    def export(self, report: Report, /) -> Iterator[Artifact]:
        raise ZeroDivisionError(report.meta.title)


def listener(body: str) -> str:
    return f"""
        from ppid_core.plugins import Artifact, hookimpl

        def added(name):
            return Artifact(name=name, media_type="text/plain", content=b"tambahan")

        @hookimpl
        def ppid_exported(artifacts):
            {body}
    """


def test_exporter_is_asked_with_its_options(report: Report) -> None:
    artifacts = export(report, Text(), Plugins(), {"first": "x"})

    assert [artifact.name for artifact in artifacts] == ["x"]


def test_name_of_a_format_leads_to_its_exporter(report: Report) -> None:
    with pytest.raises(UnknownNameError, match='Format "ods"'):
        export(report, "ods", Plugins())


def test_exception_of_an_exporter_keeps_its_type_and_gains_a_note_that_names_it(report: Report) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        export(report, Failing(), Plugins())

    (note,) = caught.value.__notes__
    assert note.startswith('Format "text"')
    assert note.endswith("Failing)")


@pytest.mark.parametrize(
    "wrong",
    [
        Text(names=(f"{number}.txt" for number in count())),
        Text(names=("../laporan.txt",)),
        Text(names=("a.txt", "A.txt")),
        Text(content="teks"),
    ],
    ids=["endless", "outside", "collision", "no bytes"],
)
def test_answer_that_is_no_set_of_files_is_refused(report: Report, wrong: Text) -> None:
    with pytest.raises(AnswerError):
        export(report, wrong, Plugins())


def test_plugin_adds_files_to_what_was_exported(report: Report, site: Site) -> None:
    site.install("ppid-audit", plug_audit=listener('yield added(artifacts[0].name + ".sha256")'))

    artifacts = export(report, Text(), load_plugins())

    assert [artifact.name for artifact in artifacts] == ["laporan.txt", "laporan.txt.sha256"]


def test_plugin_sees_what_the_exporter_made_and_not_what_others_added(report: Report, site: Site) -> None:
    site.install("ppid-a", plug_a=listener('yield added("a.txt")'))
    site.install("ppid-b", plug_b=listener('yield added(f"b{len(artifacts)}.txt")'))

    artifacts = export(report, Text(), load_plugins())

    assert [artifact.name for artifact in artifacts] == ["laporan.txt", "a.txt", "b1.txt"]


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("raise SystemExit(1)", "SystemExit: 1"),
        ("return 5", "TypeError"),
        ("return ['teks']", "AnswerError: str bukan berkas"),
        ("while True: yield added('a')", "AnswerError: lebih dari 10.000 butir"),
        ("yield added('../a')", "AnswerError: '../a'"),
        ("yield added('LAPORAN.txt')", "AnswerError: 'LAPORAN.txt': nama dipakai dua kali"),
    ],
)
def test_plugin_that_fails_to_add_is_told_and_the_files_are_complete(
    report: Report, site: Site, body: str, cause: str
) -> None:
    site.install("ppid-audit", plug_audit=listener(body))
    plugins = load_plugins()

    outcome = exported(report, Text(), plugins)

    assert [artifact.name for artifact in outcome.artifacts] == ["laporan.txt"]
    (problem,) = outcome.problems
    assert problem.distribution == "ppid-audit"
    assert problem.cause.startswith(cause)
    with pytest.warns(PluginWarning, match="ppid-audit"):
        export(report, Text(), plugins)
