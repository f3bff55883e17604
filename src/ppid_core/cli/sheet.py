"""Writes what a check found as a document, by the same way as the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from ppid_core.cli.console import show, tell, teller, wrapped
from ppid_core.cli.ending import FAILED, FINE
from ppid_core.cli.made import failure_lines, made_lines, settled_lines, told_lines
from ppid_core.cli.plugged import tell_problems
from ppid_core.cli.settings import ordered
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import Made, make
from ppid_core.language import Bilingual, Lang
from ppid_core.report import compose_findings
from ppid_core.rules import Checked

MARGIN = " " * 4


@frozen(kw_only=True)
class Sheet:
    """The sheet of one check, written (*lembar pemeriksaan*).

    Attributes:
        target: the folder it was written into.
        made: what became of each format.
    """

    target: Path
    made: tuple[Made, ...]

    @classmethod
    def write(
        cls,
        work: Dossier,
        checked: Checked,
        *,
        to: Sequence[str],
        target: Path,
        lang: Lang,
    ) -> Sheet:
        """Make and write the formats ``to``, and return what became of each.

        Raises:
            UnknownNameError: for a format or option that nobody has.
            OptionError: for a value that an option cannot take.
            PluginConflictError: for a format that two plugins claim.
        """
        orders = ordered(work.plugins, to, work.year, {}, lang)
        report = compose_findings(work.intake, checked, as_of=work.as_of, lang=lang)
        return cls(target=target, made=make(report, orders, work.plugins, target, tell=teller(lang)))

    def code(self, *, strict: bool) -> int:
        """Return the code that it ends the command with.

        Args:
            strict: whether any plugin that failed counts.
        """
        told = strict and any(one.problems or (one.failure and not one.is_missing) for one in self.made)
        return FAILED if told or any(one.fails_the_command for one in self.made) else FINE

    def tell(self, lang: Lang, *, beside: bool) -> None:
        """Print what was written; what failed goes to standard error.

        Args:
            lang: the language.
            beside: whether standard output belongs to other programs, so that all goes to standard error.
        """
        for one in self.made:
            tell_problems(one.problems, lang)
        tell(failure_lines(self.made, lang))
        tell(told_lines(self.made))
        (tell if beside else show)(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        written = any(one.artifacts for one in self.made)
        yield (_WRITTEN if written else _NOTHING)(lang).format(target=self.target)
        yield from (wrapped(line, then=MARGIN) for line in made_lines(self.made, lang))
        yield from (wrapped(line, then=MARGIN) for line in settled_lines(self.made, self.target, lang))


_WRITTEN = Bilingual(
    "Lembar pemeriksaan ditulis ke {target}:", "The sheet of findings was written to {target}:"
)
_NOTHING = Bilingual("Tidak ada yang ditulis ke {target}.", "Nothing was written to {target}.")
