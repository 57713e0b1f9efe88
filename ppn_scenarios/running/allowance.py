"""An allowance that is used up and comes back with time: so much at once, so much a second."""

from dataclasses import dataclass


@dataclass
class Allowance:
    """What is left to somebody; it fills up again at `rate` a second, to `most` at most."""

    most: float
    rate: float
    left: float
    at: float  # seconds, by the clock of whoever asks

    @classmethod
    def full(cls, most: float, rate: float, now: float) -> "Allowance":
        """Return an allowance of which nothing is used."""
        return cls(most, rate, most, now)

    def take(self, now: float, amount: float = 1) -> float:
        """Use some, and return for how many seconds to wait until that was allowed."""
        self.left = min(self.most, self.left + (now - self.at) * self.rate) - amount
        self.at = now
        return max(0.0, -self.left / self.rate)
