"""The data in a PDF, found by a process apart, whose time and memory are bounded."""

from __future__ import annotations

from importlib.util import find_spec

from ppid_core.errors import ExtraMissingError
from ppid_core.intake.files.carried import attachment
from ppid_core.intake.files.carried.fault import costly, damaged, no_process
from ppid_core.process import NoProcessError, answer

MOST_SECONDS = 2 * attachment.MOST_SECONDS
"""Until the process is ended, whatever it waits for."""


def data_in(content: bytes) -> bytes:
    """Return the JSON that the document carries.

    Raises:
        CellError: it carries none, is no PDF, is locked by a password, takes too much to read, or no process
            can be started here.
        ExtraMissingError: pypdf is not installed.
    """
    if find_spec("pypdf") is None:
        raise ExtraMissingError("pdf", "pdf")
    try:
        code, data = answer(attachment.__name__, content, MOST_SECONDS)
    except TimeoutError:
        raise costly() from None
    except NoProcessError:  # as in a browser or a packed program
        raise no_process() from None
    if code:
        raise _fault(code)
    return data


def _fault(code: int) -> Exception:
    if code < 0 or code == attachment.COSTLY:
        return costly()
    known = dict(enumerate(attachment.FAULTS, start=attachment.FIRST_FAULT))
    return known[code]() if code in known else damaged(attachment.KIND)
