"""Options of formats and rules: what each takes, and what holds where it is not given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from ppid_core.language import Bilingual, Lang
from ppid_core.option import Option


class OptionJson(TypedDict):
    """An option of a format or a rule: what it takes, and what holds where it is not given."""

    name: str
    type: str
    default: str | None


def options_json(options: Iterable[Option], lang: Lang) -> list[OptionJson]:
    """Return what can be set, as plain values."""
    return [{"name": one.name, "type": one.kind(lang), "default": one.typed(lang) or None} for one in options]


def option_lines(whose: str, options: Iterable[OptionJson], lang: Lang) -> Iterator[str]:
    """Yield how each option of ``whose`` is set on the command line, what it takes, and its default."""
    for one in options:
        default = one["default"]
        said = _NO_DEFAULT(lang) if default is None else _DEFAULT(lang).format(default=default)
        yield f"--set {whose}.{one['name']}=… {one['type']}; {said}"


_DEFAULT = Bilingual("bawaan: {default}", "default: {default}")
_NO_DEFAULT = Bilingual("tanpa bawaan", "no default")
