"""The file itself (ISO/IEC 29500-2): parts in an archive, their kinds, and what leads from one to another.

Its bytes depend on nothing but the parts.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from xml.etree.ElementTree import fromstring

from attrs import Factory, define, frozen

from ppid_exporters.docx.markup import NAMESPACES, NOTHING, rooted, tag, w

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = "word/document.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name: every part bears it."""
_WORD_2013 = 15
_PICTURES = {"image/png": "png", "image/jpeg": "jpeg"}


@frozen(kw_only=True)
class Relation:
    """What leads from one part to another.

    Attributes:
        kind: what the other is, as the standard names it.
        target: the name of the other part, or an address outside the file.
    """

    kind: str
    target: str
    is_outside: bool = False

    @property
    def is_of(self) -> str:
        """The last word of its kind: "header", "styles"."""
        return self.kind.rpartition("/")[2]


@define(kw_only=True)
class WordFile:
    """A Word file in memory.

    Attributes:
        parts: what is in it, by name.
        types: the media type of each part.
        relations: of each part, by their keys; "" for those of the file.
    """

    parts: dict[str, bytes] = Factory(dict)
    types: dict[str, str] = Factory(dict)
    relations: dict[str, dict[str, Relation]] = Factory(dict)

    def add(self, name: str, media_type: str, content: bytes) -> str:
        """Add a part, or replace it, and return its name."""
        self.parts[name], self.types[name] = content, media_type
        return name

    def relate(self, source: str, target: str, kind: str) -> str:
        """Lead from one part to another, and return the key by which the text names it."""
        known = self.relations.setdefault(source, {})
        wanted = Relation(kind=kind if "://" in kind else f"{NAMESPACES['r']}/{kind}", target=target)
        for key, relation in known.items():
            if relation == wanted:
                return key
        number = next(one for one in range(1, len(known) + 2) if f"rId{one}" not in known)
        known[f"rId{number}"] = wanted
        return f"rId{number}"

    def related(self, source: str, kind: str) -> str:
        """Return the name of the part of a kind, "" where there is none."""
        some = self.relations.get(source, {}).values()
        return next((one.target for one in some if one.is_of == kind and not one.is_outside), "")

    def embed(self, content: bytes, media_type: str) -> str:
        """Add a picture to the document, each once, and return the key of what leads to it."""
        name = f"word/media/{sha256(content).hexdigest()[:16]}.{_PICTURES[media_type]}"
        return self.relate(DOCUMENT, self.add(name, media_type, content), "image")

    def kept(self) -> WordFile:
        """Return the file without the parts that nothing leads to."""
        reached, waiting = set[str](), [""]
        while waiting:
            for relation in self.relations.get(waiting.pop(), {}).values():
                if (
                    not relation.is_outside
                    and relation.target in self.parts
                    and relation.target not in reached
                ):
                    reached.add(relation.target)
                    waiting.append(relation.target)
        return WordFile(
            parts={name: content for name, content in self.parts.items() if name in reached},
            types={name: kind for name, kind in self.types.items() if name in reached},
            relations={name: some for name, some in self.relations.items() if not name or name in reached},
        )

    def packed(self) -> bytes:
        """Return the archive: parts sorted, every one of the same date."""
        written = {_TYPES: self._types(), **self.parts}
        for source, some in self.relations.items():
            folder, name = posixpath.split(source)
            written[posixpath.join(folder, "_rels", f"{name}.rels")] = _relations(folder, some)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name in sorted(written):
                entry = zipfile.ZipInfo(name, _BEGINNING)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
                archive.writestr(entry, written[name])
        return stream.getvalue()

    def _types(self) -> bytes:
        usual = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
        for name, kind in sorted(self.types.items()):
            if kind.startswith("image/"):
                usual.setdefault(posixpath.splitext(name)[1].lstrip(".").lower(), kind)
        defaults = (
            tag("Default", {"Extension": ending, "ContentType": kind})
            for ending, kind in sorted(usual.items())
        )
        overrides = (
            tag("Override", {"PartName": f"/{name}", "ContentType": kind})
            for name, kind in sorted(self.types.items())
            if usual.get(posixpath.splitext(name)[1].lstrip(".").lower()) != kind
        )
        return (
            f"{_HEAD}{tag('Types', {'xmlns': f'{_PACKAGE}/content-types'}, *defaults, *overrides)}".encode()
        )

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> WordFile:
        """Return the file of unpacked parts.

        Raises:
            KeyError: a part is missing.
            xml.etree.ElementTree.ParseError: a list of parts is no XML.
        """
        names = {name for name in parts if name != _TYPES and not name.endswith(".rels")}
        kinds = fromstring(parts[_TYPES])  # noqa: S314  the caller has looked for declarations
        usual = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in kinds}
        own = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in kinds}
        made = cls(parts={name: parts[name] for name in names})
        made.types = {
            name: own.get(name)
            or usual.get(posixpath.splitext(name)[1].lstrip(".").lower(), "application/xml")
            for name in names
        }
        for source in ("", *names):
            folder, last = posixpath.split(source)
            listed = posixpath.join(folder, "_rels", f"{last}.rels")
            if listed in parts:
                made.relations[source] = dict(_read_relations(parts[listed], folder))
        return made


def _read_relations(content: bytes, folder: str) -> Iterator[tuple[str, Relation]]:
    for one in fromstring(content):  # noqa: S314  the caller has looked for declarations
        target, is_outside = one.get("Target", ""), one.get("TargetMode") == "External"
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield one.get("Id", ""), Relation(kind=one.get("Type", ""), target=target, is_outside=is_outside)


def _relations(folder: str, some: Mapping[str, Relation]) -> bytes:
    """Return the list of what leads out of a part."""
    listed = (
        tag(
            "Relationship",
            {
                "Id": key,
                "Type": one.kind,
                "Target": one.target if one.is_outside else posixpath.relpath(f"/{one.target}", f"/{folder}"),
                **({"TargetMode": "External"} if one.is_outside else {}),
            },
        )
        for key, one in sorted(some.items())
    )
    return f"{_HEAD}{tag('Relationships', {'xmlns': f'{_PACKAGE}/relationships'}, *listed)}".encode()


def blank() -> WordFile:
    """Return a file without a word: its parts are filled later."""
    made = WordFile()
    made.relate("", made.add(DOCUMENT, f"{MAIN}.document.main+xml", rooted("w:document")), "officeDocument")
    made.relate(DOCUMENT, made.add("word/styles.xml", f"{MAIN}.styles+xml", rooted("w:styles")), "styles")
    return made


def add_settings(file: WordFile, *flags: str) -> None:
    """Write the settings anew: none of them asks, locks or tracks when the report is opened."""
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    content = rooted(
        "w:settings",
        w("zoom", percent=100),
        w("mirrorMargins") if "mirrorMargins" in flags else NOTHING,
        w("defaultTabStop", val=720),
        w("evenAndOddHeaders") if "evenAndOddHeaders" in flags else NOTHING,
        w("compat", mode),
    )
    file.relations.pop("word/settings.xml", None)
    file.relate(DOCUMENT, file.add("word/settings.xml", f"{MAIN}.settings+xml", content), "settings")
