"""What the parts of the document have in common while it is laid out: words, room, captions, pictures."""

from __future__ import annotations

from typing import Any

from attrs import Factory, frozen

from ppid_core.language import Lang
from ppid_core.report import Report
from ppid_exporters.layout.caption import Caption, Captions
from ppid_exporters.layout.character import one_line
from ppid_exporters.layout.speech import speech
from ppid_exporters.layout.theme import Paper
from ppid_exporters.pdf.glyphs import Glyphs

Tree = dict[str, Any]
"""Values that JSON can write: what the template reads."""

MILLIMETRE = 72 / 25.4
BESIDE = 55
"""Millimetres left and right of the text: 30 to bind, and 25; on the long side of the paper twice 25."""
BODY = 11.0
_CAPTION = 10.5
NOTE = 9.0


@frozen(kw_only=True)
class PageFrame:
    """The document that is laid out.

    Attributes:
        accent: the colour of it, ``#RRGGBB``.
        glyphs: turns text into what the fonts can show.
        photos: files of pictures, by the name that the template knows them by.
        charts: charts, the same.
    """

    report: Report
    paper: Paper
    accent: str
    captions: Captions
    glyphs: Glyphs = Factory(Glyphs)
    photos: dict[str, bytes] = Factory(dict)
    charts: dict[str, bytes] = Factory(dict)

    @property
    def lang(self) -> Lang:
        """The language of the document."""
        return self.report.meta.lang

    def room(self, *, is_wide: bool = False) -> float:
        """Return the width of the text, in points."""
        return ((self.paper.height - 50) if is_wide else (self.paper.width - BESIDE)) * MILLIMETRE

    def say(self, words: str, size: float = BODY, room: float = 0.0) -> str:
        """Return text as it is set, with its line breaks.

        Args:
            words: as they were typed.
            size: of the letters, in points.
            room: width of the place in points, 0 for that of the text.
        """
        return self.glyphs.fitted(words, room or self.room(), size)

    def said(self, words: str, size: float = BODY, room: float = 0.0) -> list[str | Tree]:
        """Return text as it is set, by the languages that its parts are in: the others are told with each."""
        return [
            {"text": shown, "lang": one.lang} if one.lang else shown
            for one in speech(words, self.lang)
            for shown in (self.say(one.words, size, room),)
        ]

    def line(self, words: str, size: float = BODY, room: float = 0.0, *, is_bold: bool = False) -> str:
        """Return text as it is set, without line breaks of its own."""
        return self.glyphs.fitted(one_line(words), room or self.room(), size, is_bold=is_bold)

    def caption(self, caption: Caption, *, is_wide: bool = False) -> Tree:
        """Return a caption for the template."""
        room = self.room(is_wide=is_wide)
        return {
            "anchor": caption.anchor,
            "label": self.line(caption.label, _CAPTION, room, is_bold=True),
            "title": self.line(caption.title, _CAPTION, room),
        }
