"""Checksums for ppid-core: beside the files of every format, one file with the SHA-256 of each.

``sha256sum --check html.sha256`` tells whether what was sent is what was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from ppid_core import Artifact, Exporter, hookimpl


@hookimpl
def ppid_exported(exporter: Exporter, artifacts: tuple[Artifact, ...]) -> Iterator[Artifact]:
    """Yield ``FORMAT.sha256``, a line for each file as ``sha256sum`` writes it; no files, no list."""
    lines = [f"{sha256(file.content).hexdigest()}  {file.name}\n" for file in artifacts]
    if lines:
        content = "".join(lines).encode()
        yield Artifact(name=f"{exporter.name}.sha256", media_type="text/plain", content=content)
