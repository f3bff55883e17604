"""What a cell cannot be: the reader that refuses it says what could stand there instead."""

from __future__ import annotations

from collections.abc import Callable

from ppid_core.language import Bilingual

_LONGEST_SHOWN = 60
PRIVATE = Bilingual("(data pribadi)", "(personal data)")


class CellError(ValueError):
    """Raised by a reader for a text that it cannot read.

    Attributes:
        message: the whole sentence; ``{value}`` stands where the text is quoted.
        expected: what could be read instead.
        closer: makes the message that also asks for what may be meant, where that has to be looked for.
    """

    def __init__(
        self, message: Bilingual, expected: Bilingual, closer: Callable[[], Bilingual] | None = None
    ) -> None:
        """Keep both texts."""
        self.message, self.expected, self.closer = message, expected, closer
        super().__init__(message.en)

    def about(self, value: Bilingual, *, looks: bool = False) -> Bilingual:
        """Return the message with ``value`` in its place, after a look for what is meant if ``looks``."""
        message = self.closer() if looks and self.closer else self.message
        return Bilingual(message.id.replace("{value}", value.id), message.en.replace("{value}", value.en))


def shown(value: str) -> Bilingual:
    """Return ``value`` as a message quotes it: on one line, not too long, without control characters."""
    line = " ".join(value.split())
    if len(line) <= _LONGEST_SHOWN and line.isprintable():
        return Bilingual.both(line)
    clean = "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in line[:_LONGEST_SHOWN])
    short = clean if len(line) <= _LONGEST_SHOWN else f"{clean[:_LONGEST_SHOWN]}…"
    return Bilingual.both(short)
