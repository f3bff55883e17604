"""What each plugin brings: in lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from ppid_core.cli.console import wrapped
from ppid_core.intake import Importer
from ppid_core.intake.importer import FOLDER
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Exporter, Owner, PluginProblem, Plugins
from ppid_core.plugins.attempt import Failure, attempt
from ppid_core.plugins.claims import Claim
from ppid_core.plugins.options import Option, described_options
from ppid_core.rules import Rule

MOST_CODES = 12
INDENT = " " * 4


@frozen(kw_only=True)
class Brought:
    """What one plugin brings.

    Attributes:
        adds_files: whether it adds files to what is exported.
        problems: what is wrong with it.
    """

    owner: Owner
    importers: tuple[Claim[Importer], ...]
    rules: tuple[Claim[Rule], ...]
    exporters: tuple[Claim[Exporter], ...]
    adds_files: bool
    problems: tuple[PluginProblem, ...]


def brought(plugins: Plugins) -> tuple[Brought, ...]:
    """Return what each plugin brings, those that failed too."""
    return tuple(_of(owner, plugins) for owner in plugins.owners)


def _of(owner: Owner, plugins: Plugins) -> Brought:
    return Brought(
        owner=owner,
        importers=tuple(claim for claim in plugins.importer_claims if claim.owner == owner),
        rules=tuple(claim for claim in plugins.rule_claims if claim.owner == owner),
        exporters=tuple(claim for claim in plugins.exporter_claims if claim.owner == owner),
        adds_files=any(listener.owner == owner for listener in plugins.listeners),
        problems=tuple(problem for problem in plugins.problems if _is_of(problem, owner)),
    )


def _is_of(problem: PluginProblem, owner: Owner) -> bool:
    said = (problem.distribution, problem.version, problem.entry_point)
    return said == (owner.distribution, owner.version, owner.entry_point)


def brought_lines(plugins: Plugins, lang: Lang, *, verbose: bool) -> Iterator[str]:
    """Yield a heading for each distribution, and what each of its entry points brings."""
    every, told = brought(plugins), ""
    width = max(len(one.owner.entry_point) for one in every)
    for one in every:
        heading = f"{one.owner.distribution} {one.owner.version}".rstrip()
        if heading != told:
            yield heading
        told = heading
        if verbose:
            yield f"  {one.owner.entry_point} ({one.owner.module})"
            yield from _details(one, lang)
        else:
            first = f"  {one.owner.entry_point:<{width}}  "
            yield wrapped(" · ".join(_kinds(one, lang)), first=first, then=" " * len(first))


def _kinds(one: Brought, lang: Lang) -> Iterator[str]:
    """Yield each kind with its names; at the end, that something of it failed."""
    for kind, names in (
        (_IMPORTER, [claim.name for claim in one.importers]),
        (_RULE, _codes(one.rules)),
        (_FORMAT, [claim.name for claim in one.exporters]),
    ):
        if names:
            yield f"{kind(lang)}: {', '.join(names)}"
    if one.adds_files:
        yield _ADDS(lang)
    if one.problems:
        yield _FAILED(lang)


def _codes(claims: Sequence[Claim[Rule]]) -> list[str]:
    """Return the codes; of many how many there are, and their families."""
    codes = [claim.name for claim in claims]
    if len(codes) <= MOST_CODES:
        return codes
    families = dict.fromkeys(code.rstrip("0123456789") for code in codes)
    return [f"{len(codes)} ({' '.join(families)})"]


def _details(one: Brought, lang: Lang) -> Iterator[str]:
    for importer in one.importers:
        endings = ", ".join(_FOLDER(lang) if end == FOLDER else end for end in importer.item.suffixes)
        yield _line(_ONE_IMPORTER(lang), importer.name, f"{importer.label} [{endings}]")
    if one.owner.is_built_in and one.rules:
        yield _line(_RULE(lang), ", ".join(_codes(one.rules)), _SEE_RULES(lang))
    else:
        yield from (_line(_ONE_RULE(lang), rule.name, rule.item.title(lang)) for rule in one.rules)
    for exporter in one.exporters:
        yield _line(_ONE_FORMAT(lang), exporter.name, exporter.label)
        yield from (_option_line(exporter, option, lang) for option in options(exporter))
    if one.adds_files:
        yield f"{INDENT}{_ADDS(lang)}"
    if one.problems:
        yield f"{INDENT}{_FAILED(lang)}"


def _line(kind: str, name: str, label: str) -> str:
    return wrapped(f"{kind} {name}: {label}", first=INDENT, then=INDENT * 2)


def _option_line(claim: Claim[Exporter], option: Option, lang: Lang) -> str:
    default = option.typed(lang)
    said = _DEFAULT(lang).format(default=default) if default else _NO_DEFAULT(lang)
    return wrapped(
        f"--set {claim.name}.{option.name}=… {option.kind(lang)}; {said}", first=INDENT * 2, then=INDENT * 3
    )


def options(claim: Claim[Exporter]) -> tuple[Option, ...]:
    """Return the options of an exporter; none where it cannot tell them."""
    known = attempt(lambda: described_options(claim.item))
    return () if isinstance(known, Failure) else known


def brought_json(plugins: Plugins, lang: Lang) -> list[dict[str, object]]:
    """Return what each plugin brings, as plain values."""
    return [
        {
            "distribution": one.owner.distribution,
            "version": one.owner.version,
            "entry_point": one.owner.entry_point,
            "module": one.owner.module,
            "importers": [
                {"name": claim.name, "label": claim.label, "suffixes": list(claim.item.suffixes)}
                for claim in one.importers
            ],
            "rules": [{"code": claim.name, "title": claim.item.title(lang)} for claim in one.rules],
            "exporters": [
                {
                    "name": claim.name,
                    "label": claim.label,
                    "options": [_option_json(option, lang) for option in options(claim)],
                }
                for claim in one.exporters
            ],
            "adds_files": one.adds_files,
            "problems": [problem.cause for problem in one.problems],
        }
        for one in brought(plugins)
    ]


def _option_json(option: Option, lang: Lang) -> dict[str, object]:
    return {"name": option.name, "type": option.kind(lang), "default": option.typed(lang) or None}


_IMPORTER = Bilingual("pengimpor", "importers")
_RULE = Bilingual("aturan", "rules")
_FORMAT = Bilingual("format", "formats")
_ONE_IMPORTER = Bilingual("pengimpor", "importer")
_ONE_RULE = Bilingual("aturan", "rule")
_ONE_FORMAT = Bilingual("format", "format")
_ADDS = Bilingual("menambah berkas pada setiap format", "adds files to every format")
_FAILED = Bilingual("ada yang gagal, lihat di bawah", "something failed, see below")
_FOLDER = Bilingual("folder", "folder")
_SEE_RULES = Bilingual("lihat ppid aturan", "see ppid rules")
_DEFAULT = Bilingual("bawaan: {default}", "default: {default}")
_NO_DEFAULT = Bilingual("tanpa bawaan", "no default")
