"""Makes the formats of one report, one after the other: none of them stops another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from attrs import frozen

from ppid_core.cli.console import tell
from ppid_core.cli.plugged import aside
from ppid_core.cli.target import REQUIRED_TABLE
from ppid_core.errors import ExtraMissingError
from ppid_core.language import Bilingual
from ppid_core.plugins import Artifact, Exporter, FileBusyError, FolderError, Owner, PluginProblem, Plugins
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.exporting import completed, made_by
from ppid_core.plugins.manifest import Imprint
from ppid_core.plugins.naming import refuse_names
from ppid_core.plugins.writer import Deposit, deposit
from ppid_core.report import Report
from ppid_core.worker import Draft, drafts


@frozen(kw_only=True)
class Order:
    """One format to make.

    Attributes:
        exporter: its options set.
        owner: whose it is.
        is_asked: whether the person named it.
    """

    name: str
    exporter: Exporter
    owner: Owner
    is_asked: bool


@frozen(kw_only=True)
class Made:
    """What became of one format.

    Attributes:
        artifacts: what was written.
        failure: why nothing was.
        problems: plugins that wanted to add a file and failed.
        deposit: what changed in the folder.
    """

    order: Order
    artifacts: tuple[Artifact, ...] = ()
    failure: Failure | None = None
    problems: tuple[PluginProblem, ...] = ()
    deposit: Deposit | None = None

    @property
    def size(self) -> int:
        """How much was written, in bytes."""
        return sum(len(artifact.content) for artifact in self.artifacts)

    @property
    def is_missing(self) -> bool:
        """Whether it only needs a package that is not installed."""
        return self.failure is not None and isinstance(self.failure.cause, ExtraMissingError)

    @property
    def fails_the_command(self) -> bool:
        """Whether it failed and was counted on: it was named, or is our own and could have been made."""
        counted_on = self.order.is_asked or (self.order.owner.is_built_in and not self.is_missing)
        return self.failure is not None and counted_on

    @property
    def complaint(self) -> str | None:
        """The sentence of a failure that says what to do, None where a program has failed."""
        known = ExtraMissingError | FileBusyError | FolderError
        if self.failure is None or not isinstance(self.failure.cause, known):
            return None
        return str(self.failure.cause)


def make(
    report: Report,
    orders: Sequence[Order],
    plugins: Plugins,
    target: Path | None,
    *,
    finished: Callable[[str], None] = lambda _: None,
) -> tuple[Made, ...]:
    """Make and write each format, and return what became of it, in the order in which they were asked for.

    Ours are made first, and plugins add when all are made, so that no stranger's file takes the name of ours.

    Args:
        report: the document.
        orders: the formats; none of them may overwrite a file of another one, nor look like input.
        plugins: who may add files.
        target: where to; None writes nothing.
        finished: called with the name of each format that is made, or has failed.
    """
    making = _Making(report=report, plugins=plugins, target=target)
    own_first = sorted(orders, key=lambda order: not order.owner.is_built_in)
    exporters = {order.name: order.exporter for order in own_first}
    found, taken = dict[str, Draft](), [REQUIRED_TABLE]
    for name, made in drafts(report, exporters, making.draft, making.tell):
        finished(name)
        found[name] = draft = attempt(partial(_unclaimed, made, tuple(taken)))
        taken += [] if isinstance(draft, Failure) else [artifact.name for artifact in draft]
    done = []
    for order in orders:
        done.append(making.finish(order, found[order.name], taken))
        taken += [artifact.name for artifact in done[-1].artifacts]
    return tuple(done)


def _unclaimed(draft: Draft, taken: Sequence[str]) -> Draft:
    """Return a draft none of whose files has a name that is taken."""
    if not isinstance(draft, Failure):
        refuse_names(draft, taken)
    return draft


@frozen(kw_only=True)
class _Making:
    """One report on its way to one folder."""

    report: Report
    plugins: Plugins
    target: Path | None

    def draft(self, exporter: Exporter) -> Draft:
        """Return what an exporter makes in this process."""
        with aside():
            return attempt(partial(made_by, exporter, self.report))

    def tell(self, sentence: Bilingual) -> None:
        tell([sentence(self.report.meta.lang)])

    def finish(self, order: Order, draft: Draft, taken: Sequence[str]) -> Made:
        if isinstance(draft, Failure):
            return Made(order=order, failure=draft)
        own = {artifact.name for artifact in draft}
        others = [name for name in taken if name not in own]
        with aside():
            outcome = completed(self.report, order.exporter, draft, self.plugins, others)
        written = self._written(order, outcome.artifacts)
        return Made(
            order=order,
            artifacts=() if isinstance(written, Failure) else outcome.artifacts,
            failure=written if isinstance(written, Failure) else None,
            problems=outcome.problems,
            deposit=None if isinstance(written, Failure) else written,
        )

    def _written(self, order: Order, artifacts: Sequence[Artifact]) -> Deposit | Failure | None:
        if self.target is None:
            return None
        meta = self.report.meta
        imprint = Imprint(format=order.name, stem=meta.stem, edition=meta.edition)
        return attempt(partial(deposit, artifacts, self.target, imprint))
