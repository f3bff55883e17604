"""The command itself: its verbs, their Indonesian names, and what it says when called bare."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click
from click.shell_completion import CompletionItem

from ppid_core.cli import STOPPED, collector_held
from ppid_core.cli.console import show
from ppid_core.cli.usage import (
    FINE,
    CommandFailed,
    CommandRefused,
    CommandStopped,
    is_for_programs,
    language,
    note_call,
    refusal,
)
from ppid_core.errors import ExtraMissingError, PluginConflictError, PluginLoadError, PpidError
from ppid_core.language import Bilingual, Lang
from ppid_core.version import VERSION

VERBS = (
    *("init", "convert", "map", "check", "summary", "report", "rollup", "exporters", "plugins", "new-plugin"),
    *("rules", "rule", "deadlines", "deadline", "calendar", "law", "opd", "schema"),
)
ALIASES = {
    "mulai": "init",
    "periksa": "check",
    "ringkas": "summary",
    "laporan": "report",
    "rekapitulasi": "rollup",
    "aturan": "rule",
    "ubah": "convert",
    "peta": "map",
    "plugin": "plugins",
    "plugin-baru": "new-plugin",
    "tenggat": "deadlines",
    "batas-waktu": "deadline",
    "kalender": "calendar",
    "hukum": "law",
    "skema": "schema",
}
_FAILURES = (PluginConflictError, PluginLoadError, ExtraMissingError)


class _Verbs(click.Group):
    """The verbs, each imported when it is called: a summary needs no exporter."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names in the order of the work."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Return a verb by its English or Indonesian name."""
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in VERBS:
            return None
        with collector_held():
            verb = import_module(f"ppid_core.cli.verbs.{name.replace('-', '_')}")
        return cast("click.Command", verb.command)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the verbs by both of their names, none of them imported, and the options before them."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(name) for name in (*ALIASES, *VERBS) if name.startswith(incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that is asked for, or say which there are."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            known = ", ".join((*ALIASES, *VERBS))
            raise _told(ctx, CommandRefused(_NO_VERB.fill(verb=args[0], known=known)))
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the verb."""
        note_call(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except KeyboardInterrupt:
            raise _stopped(ctx) from None
        except click.UsageError as error:
            raise _told(ctx, refusal(error)) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb and end with the code that it returns; what the library refuses ends it, too."""
        try:
            code = super().invoke(ctx)
        except KeyboardInterrupt:
            raise _stopped(ctx) from None
        except CommandRefused as error:
            raise _told(ctx, error) from error.__cause__
        except click.UsageError as error:
            raise _told(ctx, refusal(error)) from error
        except PpidError as error:
            ending = CommandFailed if isinstance(error, _FAILURES) else CommandRefused
            raise _told(ctx, ending(error.told)) from error
        except BrokenPipeError:
            ctx.exit(FINE)  # the reader of the pipe has seen enough
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            told = _NO_ACCESS.fill(place=place, why=error.strerror or error)
            raise _told(ctx, CommandRefused(told)) from error
        ctx.exit(code if isinstance(code, int) else FINE)


def _told(ctx: click.Context, refused: CommandRefused) -> CommandRefused:
    """Return what ends the call in its language; a program that asked for JSON is told so, too."""
    spoken = refused.spoken(language(ctx))
    if is_for_programs(ctx):
        from ppid_core.cli.screen.problems import show_refusal  # noqa: PLC0415  the bare command needs none

        show_refusal(spoken.message)
    return spoken


def _stopped(ctx: click.Context) -> CommandRefused:
    """Return what ends a call that somebody stopped."""
    return _told(ctx, CommandStopped(STOPPED))


@click.group(
    cls=_Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nPelengkapan dengan tombol Tab, di bash (di zsh: zsh_source):\n"
    '  eval "$(_PPID_COMPLETE=bash_source ppid)"',
)
@click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default="id",
    envvar="PPID_LANG",
    help="Bahasa: id atau en (juga PPID_LANG).",
)
@click.version_option(VERSION, prog_name="ppid")
@click.pass_context
def ppid(ctx: click.Context, lang: Lang) -> None:
    """Dari buku register ke laporan layanan informasi publik."""
    if ctx.invoked_subcommand is None:
        show([_BARE(lang)])


_NO_VERB = Bilingual(
    'Perintah "{verb}" tidak dikenal. Yang ada: {known}.', 'There is no verb "{verb}". There are: {known}.'
)
_NO_ACCESS = Bilingual(
    "Tidak dapat membaca atau menulis. {place}{why}", "Reading or writing is not possible. {place}{why}"
)
_BARE = Bilingual(
    """\
ppid – dari buku register ke laporan layanan informasi publik
  ppid mulai FOLDER      siapkan folder kosong (init)
  ppid peta BERKAS       cocokkan register dari program lain (map)
  ppid periksa FOLDER    cari angka yang bertentangan dan isi minimum yang belum ada (check)
  ppid ringkas FOLDER    lihat angka satu tahun (summary)
  ppid laporan FOLDER    buat laporan (report)
  ppid aturan T101       arti sebuah kode dan cara memperbaikinya (rule)
  ppid tenggat FOLDER    perkara yang masih terbuka, menurut batas waktunya (deadlines)
  ppid hukum NAMA        apa kata peraturan, sejak kapan, dan dasarnya (law)""",
    """\
ppid – from the registers to the yearly report on public information
  ppid init FOLDER       prepare an empty folder (mulai)
  ppid map FILE          match the register of another program (peta)
  ppid check FOLDER      find contradicting figures and required contents not yet there (periksa)
  ppid summary FOLDER    see the figures of one year (ringkas)
  ppid report FOLDER     make the report (laporan)
  ppid rule T101         what a code means and how to mend it (aturan)
  ppid deadlines FOLDER  the open cases by due date (tenggat)
  ppid law NAME          what the law says, since when, and where it stands (hukum)""",
)
