from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Protocol, cast

import pytest
from attrs import frozen

from ppid_core.errors import UnknownNameError
from ppid_core.plugins import AnswerError, Artifact, Plugins, PluginWarning, export, load_plugins
from ppid_core.plugins.artifacts import completed, made_by
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
        Text(name=cast("str", None), content=None),
    ],
    ids=["endless", "outside", "collision", "no bytes", "no name"],
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
        ("return 5", "it returned int, not a list"),
        ("return 'teks'", 'it returned "teks", not a list'),
        ("return added('a')", "it returned Artifact, not a list"),
        ("return ['teks']", '"teks" is no file'),
        ("while True: yield added('a')", "more than 10,000 items"),
        ("yield added('../a')", '"../a": it holds signs that no file name may hold'),
        ("yield added('LAPORAN.txt')", '"LAPORAN.txt": the name is used twice'),
    ],
)
def test_plugin_that_fails_to_add_is_told_and_the_files_are_complete(
    report: Report, site: Site, body: str, cause: str
) -> None:
    site.install("ppid-audit", plug_audit=listener(body))
    plugins = load_plugins()

    artifacts, (problem,) = completed(report, Text(), made_by(Text(), report), plugins)

    assert [artifact.name for artifact in artifacts] == ["laporan.txt"]
    assert problem.owner.distribution == "ppid-audit"
    assert problem.cause.startswith(cause)
    with pytest.warns(PluginWarning, match="ppid-audit"):
        export(report, Text(), plugins)


class Answering(Text):
    """An exporter that answers something else than files."""

    def export(self, report: Report, /) -> Iterator[Artifact]:  # noqa: ARG002  it looks at nothing
        return cast("Iterator[Artifact]", self.content)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "mengembalikan NoneType, bukan daftar"),
        ("teks", 'mengembalikan "teks", bukan daftar'),
        (b"isi", "mengembalikan bytes, bukan daftar"),
        ({"a.txt": b"isi"}, "mengembalikan dict, bukan daftar"),
        (
            Artifact(name="a.txt", media_type="text/plain", content=b""),
            "mengembalikan Artifact, bukan daftar",
        ),
        (["a.txt"], '"a.txt" bukan berkas'),
        ([Artifact], "Artifact bukan berkas"),
    ],
)
def test_answer_that_is_no_list_of_files_is_told(report: Report, answer: object, said: str) -> None:
    with pytest.raises(AnswerError, match=said) as caught:
        export(report, Answering(content=answer), Plugins())

    assert caught.value.told.en != caught.value.told.id


def test_plugin_that_adds_nothing_may_return_nothing(report: Report, site: Site) -> None:
    site.install("ppid-audit", plug_audit=listener("return None"))

    artifacts, problems = completed(report, Text(), made_by(Text(), report), load_plugins())

    assert ["laporan.txt"] == [artifact.name for artifact in artifacts]
    assert problems == ()
