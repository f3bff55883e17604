"""Makes the formats of one report one after the other: what one of them does stops no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from ppid_core.errors import ExtraMissingError
from ppid_core.plugins import (
    Artifact,
    Exported,
    Exporter,
    FileBusyError,
    PluginProblem,
    Plugins,
    exported,
    write,
)
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.naming import refuse_names
from ppid_core.report import Report


@frozen(kw_only=True)
class Order:
    """One format to make.

    Attributes:
        exporter: its options set.
        is_asked: whether the person named it.
        is_built_in: whether it is one of our own.
    """

    name: str
    exporter: Exporter
    is_asked: bool
    is_built_in: bool


@frozen(kw_only=True)
class Made:
    """What became of one format.

    Attributes:
        artifacts: what was written.
        failure: why nothing was.
        problems: plugins that wanted to add a file and failed.
    """

    order: Order
    artifacts: tuple[Artifact, ...] = ()
    failure: Failure | None = None
    problems: tuple[PluginProblem, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether it only needs a package that is not installed."""
        return self.failure is not None and isinstance(self.failure.cause, ExtraMissingError)

    @property
    def fails_the_command(self) -> bool:
        """Whether it failed and was counted on: it was named, or is our own and could have been made."""
        counted_on = self.order.is_asked or (self.order.is_built_in and not self.is_missing)
        return self.failure is not None and counted_on

    @property
    def complaint(self) -> str | None:
        """The sentence of a failure that says what to do, None where a program has failed."""
        if self.failure is None or not isinstance(self.failure.cause, ExtraMissingError | FileBusyError):
            return None
        return str(self.failure.cause)


def make(report: Report, orders: Sequence[Order], plugins: Plugins, target: Path) -> Iterator[Made]:
    """Write each format and yield what became of it.

    Args:
        report: the document.
        orders: the formats; none of them may overwrite a file of an earlier one.
        plugins: who may add files.
        target: where to.
    """
    taken: list[str] = []
    for order in orders:
        made = _made(report, order, plugins, target, taken)
        taken += [artifact.name for artifact in made.artifacts]
        yield made


def _made(report: Report, order: Order, plugins: Plugins, target: Path, taken: Sequence[str]) -> Made:
    def written() -> Exported:
        outcome = exported(report, order.exporter, plugins)
        refuse_names(outcome.artifacts, taken)
        write(outcome.artifacts, target)
        return outcome

    outcome = attempt(written)
    if isinstance(outcome, Failure):
        return Made(order=order, failure=outcome)
    return Made(order=order, artifacts=outcome.artifacts, problems=outcome.problems)
