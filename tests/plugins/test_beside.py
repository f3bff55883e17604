"""An exporter whose files tell of those that others made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from attrs import evolve, frozen

from ppid_core import Artifact
from ppid_core.dossier.order import told_of
from ppid_core.report import Report
from ppid_core.testing.samples import every_block

OWN = Artifact(name="isi.txt", media_type="text/plain", content=b"isi")
OTHER = Artifact(name="lain.txt", media_type="text/plain", content=b"lain")
OTHERS = {"Lain (.txt)": (OTHER,)}
Answer = Callable[[Sequence[Artifact], Mapping[str, Sequence[Artifact]]], object]


@frozen
class Plain:
    name: str = "isi"
    label: str = "Isi (.txt)"

    def export(self, report: Report, /) -> Iterable[Artifact]:  # noqa: ARG002  as an exporter is called
        yield OWN


@frozen
class Telling(Plain):
    answer: Answer = lambda made, _: made

    def beside(
        self,
        report: Report,  # noqa: ARG002  as an exporter is asked
        made: Sequence[Artifact],
        others: Mapping[str, Sequence[Artifact]],
    ) -> object:
        return self.answer(made, others)


def test_exporter_is_told_the_files_of_others_by_their_labels() -> None:
    def names(made: Sequence[Artifact], others: Mapping[str, Sequence[Artifact]]) -> Iterable[Artifact]:
        told = "; ".join(f"{label}: {file.name}" for label, files in others.items() for file in files)
        return [evolve(made[0], content=told.encode())]

    (told,) = told_of(every_block(), Telling(answer=names), (OWN,), OTHERS)

    assert ("isi.txt", b"Lain (.txt): lain.txt") == (told.name, told.content)


def test_exporter_that_does_not_ask_keeps_its_files() -> None:
    assert (OWN,) == told_of(every_block(), Plain(), (OWN,), OTHERS)


@pytest.mark.parametrize(
    "answer",
    [
        lambda _made, _others: (),
        lambda _made, _others: None,
        lambda _made, _others: ["isi.txt"],
        lambda made, _others: [*made, OTHER],
        lambda _made, _others: [evolve(OWN, name="lain.txt")],
        lambda _made, _others: 1 / 0,
    ],
)
def test_answer_with_other_files_leaves_what_was_made(answer: Answer) -> None:
    assert (OWN,) == told_of(every_block(), Telling(answer=answer), (OWN,), OTHERS)
