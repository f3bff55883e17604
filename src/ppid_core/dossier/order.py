"""The formats of one report, ordered, made and written: none of them stops another."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from attrs import frozen

from ppid_core.dossier.setting import exporter_set
from ppid_core.errors import ExtraMissingError, FileBusyError, FolderError, FormatWarning, PluginWarning
from ppid_core.failure import Failure, attempt
from ppid_core.language import Bilingual, label_of
from ppid_core.log import debug
from ppid_core.option import Settings, grouped
from ppid_core.output.artifact import Artifact, refuse_names
from ppid_core.output.exporter import Exporter, why_none
from ppid_core.output.manifest import Imprint
from ppid_core.output.target import REQUIRED_TABLE
from ppid_core.output.writer import Deposit, deposit
from ppid_core.plugins.artifacts import Artifacts, completed, files_of, logged, made_by
from ppid_core.plugins.inventory import Owner, PluginProblem, Plugins
from ppid_core.plugins.loans import aside, lent_report
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
        why_none: why it makes no file of this document, in its language; "" where it makes some, or does not
            say so.
    """

    order: Order
    artifacts: tuple[Artifact, ...] = ()
    failure: Failure | None = None
    problems: tuple[PluginProblem, ...] = ()
    deposit: Deposit | None = None
    why_none: str = ""

    @property
    def size(self) -> int:
        """How much was written, in bytes."""
        return sum(len(artifact.content) for artifact in self.artifacts)

    @property
    def missing_extra(self) -> str | None:
        """The extra that is not installed, None where it lacks none: a format that lacks one did not fail."""
        cause = None if self.failure is None else self.failure.cause
        return cause.extra if isinstance(cause, ExtraMissingError) else None

    @property
    def has_failed(self) -> bool:
        """Whether it could have been made here, and was not."""
        return self.failure is not None and self.missing_extra is None

    @property
    def fails_the_command(self) -> bool:
        """Whether it was counted on and not made: it was named, or is our own and could have been made."""
        return (self.failure is not None and self.order.is_asked) or (
            self.has_failed and self.order.owner.is_built_in
        )

    @property
    def complaint(self) -> Bilingual | None:
        """The sentence of a failure that says what to do, None where a program has failed."""
        cause = None if self.failure is None else self.failure.cause
        return cause.told if isinstance(cause, ExtraMissingError | FileBusyError | FolderError) else None


def orders_of(
    plugins: Plugins, to: Sequence[str], typed: Iterable[tuple[str, str]], settings: Settings
) -> tuple[Order, ...]:
    """Return the formats that are asked for; where none is, all that are installed.

    Args:
        plugins: what is installed.
        to: the names that are asked for.
        typed: options from the table ``laporan``.
        settings: options of whoever asks, which win.

    Raises:
        UnknownNameError: for a format or option that nobody has.
        OptionError: for a value that an option cannot take.
        PluginConflictError: for a format that two plugins claim.
    """
    known = {claim.name: claim for claim in plugins.exporter_claims}
    from_table = grouped(typed)
    for name in (*to, *settings):
        plugins.exporter(name)
    return tuple(
        Order(
            name=name,
            exporter=exporter_set(known[name].item, from_table.get(name, {}), settings.get(name, {})),
            is_asked=name in to,
            owner=known[name].owner,
        )
        for name in dict.fromkeys(to or known)
    )


def make(
    report: Report,
    orders: Sequence[Order],
    plugins: Plugins,
    target: Path | None,
    *,
    tell: Callable[[Bilingual], None] = lambda _: None,
    finished: Callable[[str], None] = lambda _: None,
) -> tuple[Made, ...]:
    """Make and write each format, and return what became of it, in the order in which they were asked for.

    Ours are made first, and plugins add when all are made, so that no stranger's file takes the name of ours.

    Args:
        report: the document.
        orders: the formats; none of them may overwrite a file of another one, nor look like input.
        plugins: who may add files.
        target: where to; None writes nothing.
        tell: called with a sentence where no process can be started for what may end its own.
        finished: called with the name of each format that is made, or has failed.
    """
    making = _Making(report=report, plugins=plugins, target=target)
    own_first = sorted(orders, key=lambda order: not order.owner.is_built_in)
    exporters = {order.name: order.exporter for order in own_first}
    found, taken = dict[str, Draft](), [REQUIRED_TABLE]
    for name, made in drafts(report, exporters, making.draft, tell):
        finished(name)
        found[name] = draft = attempt(partial(_unclaimed, made, tuple(taken)))
        taken += (
            [] if isinstance(draft, Failure) else [place for artifact in draft for place in artifact.places]
        )
    done = []
    found = dict(_told_of_each_other(report, orders, found))
    for order in orders:
        done.append(making.finish(order, found[order.name], taken))
        taken += [place for artifact in done[-1].artifacts for place in artifact.places]
    return tuple(done)


def written(report: Report, orders: Sequence[Order], plugins: Plugins, target: Path) -> tuple[Path, ...]:
    """Make and write each format as `make` does, and return the files; what is to know is warned of.

    Raises:
        BaseException: what the first format raised that was counted on.
    """
    lang = report.meta.lang

    def tell(told: Bilingual) -> None:
        warnings.warn(told(lang), RuntimeWarning, stacklevel=5)

    made = make(report, orders, plugins, target, tell=tell)
    for problem in (problem for one in made for problem in one.problems):
        warnings.warn(problem.message(lang), PluginWarning, stacklevel=3)
    for one in made:
        if one.failure is not None and one.fails_the_command:
            raise one.failure.cause
        if one.why_none and one.order.is_asked:
            warnings.warn(one.why_none, FormatWarning, stacklevel=3)
    return tuple(path for one in made if one.deposit is not None for path in one.deposit.paths)


def _unclaimed(draft: Draft, taken: Sequence[str]) -> Draft:
    """Return a draft none of whose files has a name that is taken."""
    if not isinstance(draft, Failure):
        refuse_names(draft, taken)
    return draft


def _told_of_each_other(
    report: Report, orders: Sequence[Order], found: Mapping[str, Draft]
) -> Iterator[tuple[str, Draft]]:
    """Yield the drafts; those that have a word for what is made beside them know it now."""
    for order in orders:
        draft = found[order.name]
        if isinstance(draft, Failure):
            yield order.name, draft
            continue
        with aside():
            others = {
                label_of(other.exporter, report.meta.lang): files
                for other in orders
                if other is not order and not isinstance(files := found[other.name], Failure)
            }
            yield order.name, told_of(report, order.exporter, draft, others)


def told_of(
    report: Report, exporter: Exporter, made: Artifacts, others: Mapping[str, Sequence[Artifact]]
) -> Artifacts:
    """Return what an exporter made after it was told what the ``others`` made, by their labels.

    As it was made, where the exporter does not ask to be told, or answers with other files.
    """
    ask = attempt(partial(getattr, exporter, "beside", None))
    if isinstance(ask, Failure) or not callable(ask):
        return made
    told = attempt(partial(files_of, lambda: [ask(lent_report(report), made, others)]))
    is_same = not isinstance(told, Failure) and [one.path for one in told] == [one.path for one in made]
    debug("export", "%s: told of others: %s", exporter.name, is_same)
    return told if is_same and not isinstance(told, Failure) else made


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

    def finish(self, order: Order, draft: Draft, taken: Sequence[str]) -> Made:
        if isinstance(draft, Failure):
            debug("export", "%s: %s", order.name, type(draft.cause).__name__)
            return Made(order=order, failure=draft)
        own = {place for artifact in draft for place in artifact.places}
        others = [name for name in taken if name not in own]
        with aside():
            artifacts, problems = completed(self.report, order.exporter, draft, self.plugins, others)
        logged(order.name, artifacts)
        written = self._written(order, artifacts)
        return Made(
            order=order,
            artifacts=() if isinstance(written, Failure) else artifacts,
            failure=written if isinstance(written, Failure) else None,
            problems=problems,
            deposit=None if isinstance(written, Failure) else written,
            why_none="" if artifacts else why_none(order.exporter, self.report),
        )

    def _written(self, order: Order, artifacts: Sequence[Artifact]) -> Deposit | Failure | None:
        if self.target is None:
            return None
        meta = self.report.meta
        imprint = Imprint(format=order.name, stem=meta.stem, edition=meta.edition)
        return attempt(partial(deposit, artifacts, self.target, imprint))
