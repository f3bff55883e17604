"""Documents are tests: every Python example in README, ARCHITECTURE and docs runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

pytest.register_assert_rewrite("ppid_core.testing")

# As hypothesis does by itself where CI is set: each run there draws the same examples, others draw new ones.
ALIKE = "CI" in os.environ
settings.register_profile("default", deadline=None, max_examples=50, derandomize=ALIKE)
settings.register_profile("alone", deadline=None, derandomize=ALIKE)
settings.register_profile("quick", deadline=None, max_examples=10, derandomize=ALIKE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ROOT = Path(__file__).parent

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "ARCHITECTURE.md", "docs/*.md"],
    path=str(ROOT),
).pytest()
