"""Who takes the rows of a register that nobody holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ppid_core.intake.result import UnreadRow

if TYPE_CHECKING:
    from ppid_core.intake.rows.weighted import WeightedRows

T_contra = TypeVar("T_contra", contravariant=True)


class Taker(Protocol[T_contra]):
    """Takes the rows of a register while it is read, so that nobody has to hold all of them."""

    @property
    def weighs(self) -> bool:
        """Whether it takes rows that say the same as one."""

    def take(self, rows: Sequence[T_contra]) -> None:
        """Take some thousand rows, or less."""

    def weigh(self, rows: WeightedRows[Any]) -> None:
        """Take some rows of which those that say the same stand once."""

    def set_aside(self, row: UnreadRow) -> None:
        """Take note of a row of which something could not be read."""

    def end(self, naming: Callable[[AbstractSet[str]], Iterator[T_contra]]) -> None:
        """Take note that these were all.

        Args:
            naming: yields once more the rows of which a private cell holds one of some folded words.
        """
