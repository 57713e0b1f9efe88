"""Who moved in a year: between training, posts and the pools beside them."""

from dataclasses import dataclass

from .baseline import Array


@dataclass(frozen=True)
class Flows:
    """People who moved during a year, each (*batch, A, P) unless said."""

    starts: Array
    completions: Array
    dropouts: Array
    qualified: Array  # completions who look for a post here
    hired_new: Array
    hired_unplaced: Array
    hired_returners: Array
    hired_external: Array
    voluntary: Array
    retired: Array
    moved_out: Array  # practitioners who left to train in another family
    unplaced_faded: Array
    leavers_faded: Array
    entered_pool: Array

    @property
    def hired(self) -> Array:
        """Everyone hired."""
        return self.hired_new + self.hired_unplaced + self.hired_returners + self.hired_external
