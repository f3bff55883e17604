"""What a check and due dates are for other programs: code scanning, workflows, calendars."""

from __future__ import annotations
