"""A promise: a test that yields what it saw amiss, and tells it together with how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from typing import NoReturn, ParamSpec

import pytest
from attrs import frozen

from ppid_core.errors import AnswerError
from ppid_core.plugins.loader import checked

P = ParamSpec("P")
Look = Callable[P, Iterator[str]]

_MOST_TOLD = 10
_LONGEST = 600


@frozen(kw_only=True)
class Promise:
    """What a contract asks for (*janji*).

    >>> from ppid_core.testing import ImporterContract, promises
    >>> promises(ImporterContract)[1].says
    'Each row of the sample is read: it is in the year, or told as rejected.'

    Attributes:
        name: of the test method.
        says: what is promised, in a sentence.
        mend: what an author does about it where it is broken.
    """

    name: str
    says: str
    mend: str

    def broken(self, seen: Iterable[str]) -> str:
        """Return the message of a failure: the promise, what was seen, how to mend it."""
        lines = [f"Seen:    {one if len(one) <= _LONGEST else f'{one[:_LONGEST]}…'}" for one in seen]
        return "\n".join((f"Promise: {self.says} ({self.name})", *lines, f"Mend:    {self.mend}"))


def promise(mend: str) -> Callable[[Look[P]], Callable[P, None]]:
    """Make a test out of a method that yields a sentence for each breach it sees.

    The first line of its docstring is the promise. What the exporter or rule raises is raised on, so that an
    author sees where; the promise stands below it.

    Args:
        mend: what to do where it is broken.
    """

    def decorate(look: Look[P]) -> Callable[P, None]:
        told = Promise(name=look.__name__, says=str(look.__doc__).splitlines()[0], mend=mend)

        @wraps(look)
        def test(*args: P.args, **kwargs: P.kwargs) -> None:
            __tracebackhide__ = True
            try:
                seen = tuple(islice(look(*args, **kwargs), _MOST_TOLD))
            except Exception as error:
                error.add_note(told.broken([f"{type(error).__name__} was raised, as above"]))
                raise
            if seen:
                pytest.fail(told.broken(seen), pytrace=False)

        test.__dict__["promise"] = told
        return test

    return decorate


def promises(contract: type) -> tuple[Promise, ...]:
    """Return the promises of a contract, in the order in which its tests run.

    >>> from ppid_core.testing import ImporterContract, promises
    >>> len(promises(ImporterContract))
    8
    """
    tests = (test for kind in reversed(contract.__mro__) for test in vars(kind).values())
    told = (test.promise for test in tests if isinstance(getattr(test, "promise", None), Promise))
    return tuple({one.name: one for one in told}.values())


def misfit(item: object, kind: type) -> Iterator[str]:
    """Yield what the loader of plugins would refuse ``item`` for, if it would."""
    try:
        checked(item, kind)
    except AnswerError as error:
        yield error.told.en


def missing(fixture: str, example: str) -> NoReturn:
    """Fail, for the class of an author lacks a fixture: the contract does not know what it is about."""
    pytest.fail(
        "The contract does not know what it is about. Give the class the fixture\n\n"
        f"    @pytest.fixture\n    def {fixture}(self):\n        return {example}\n",
        pytrace=False,
    )
