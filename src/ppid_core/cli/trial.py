"""``ppid plugins --check``: every format is made of a small report, in memory, and every rule is asked."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ppid_core.cli.console import teller, wrapped
from ppid_core.cli.made import amount
from ppid_core.cli.sample import sample
from ppid_core.dossier.order import Made, Order, make
from ppid_core.errors import ExtraMissingError
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import PluginProblem, Plugins
from ppid_core.plugins.attempt import aside
from ppid_core.rules import Run, Status


@frozen(kw_only=True)
class Trial:
    """What came of trying everything.

    Attributes:
        made: each format, made or failed.
        failed_rules: the rules that failed.
    """

    made: tuple[Made, ...]
    failed_rules: tuple[Run, ...]

    @property
    def problems(self) -> tuple[PluginProblem, ...]:
        """The plugins that wanted to add a file and failed, each once."""
        return tuple(dict.fromkeys(problem for one in self.made for problem in one.problems))

    @property
    def is_fine(self) -> bool:
        """Whether everything worked."""
        failed = any(one.failure is not None for one in self.made)
        return not (failed or self.failed_rules or self.problems)


def tried(plugins: Plugins, lang: Lang) -> Trial:
    """Make every format of a small report; nothing is written."""
    work = sample(plugins)
    with aside():
        checked = work.checked
    report = work.report(lang=lang)
    orders = [
        Order(name=claim.name, exporter=claim.item, owner=claim.owner, is_asked=True)
        for claim in plugins.exporter_claims
    ]
    failed = tuple(run for run in checked.runs if run.status is Status.FAILED)
    return Trial(made=make(report, orders, plugins, None, tell=teller(lang)), failed_rules=failed)


def trial_lines(trial: Trial, lang: Lang) -> Iterator[str]:
    """Yield a heading, and a line for each format and each rule that failed."""
    yield _HEADING(lang)
    width = max((len(one.order.name) for one in trial.made), default=0)
    for one in trial.made:
        first = f"  {one.order.name:<{width}}  "
        yield wrapped(_outcome(one, lang), first=first, then=" " * len(first))
    for run in trial.failed_rules:
        yield wrapped(f"{_FAILED(lang)}: {run.reason(lang)}", first=f"  {run.code}  ", then="    ")
    for problem in trial.problems:
        yield wrapped(problem.message(lang), first="  ", then="    ")


def _outcome(one: Made, lang: Lang) -> str:
    if one.failure is None:
        return f"{_FINE(lang)}: {amount(one, lang)}"
    return f"{_FAILED(lang)}: {one.complaint or one.failure.told(lang)}"


def trial_json(trial: Trial, lang: Lang) -> dict[str, object]:
    """Return what came of it, as plain values."""
    return {
        "exporters": [_made_json(one, lang) for one in trial.made],
        "rules": [{"code": run.code, "cause": run.reason(lang)} for run in trial.failed_rules],
        "problems": [problem.message(lang) for problem in trial.problems],
    }


def _made_json(one: Made, lang: Lang) -> dict[str, object]:
    cause = None if one.failure is None else one.failure.cause
    return {
        "name": one.order.name,
        "distribution": one.order.owner.distribution,
        "fine": one.failure is None,
        "files": len(one.artifacts),
        "bytes": one.size,
        "missing_extra": cause.extra if isinstance(cause, ExtraMissingError) else None,
        "cause": None if one.failure is None else one.complaint or one.failure.told(lang),
    }


_HEADING = Bilingual("UJI – laporan contoh, tanpa menulis berkas", "TRIAL – a sample report, no file written")
_FINE = Bilingual("baik", "fine")
_FAILED = Bilingual("GAGAL", "FAILED")
