"""What formats share: numbered captions, tables laid out, colours and paper, words, pictures, the data."""

from __future__ import annotations
