"""What is measured of a run: stocks, and what years amount to."""

from dataclasses import dataclass

import numpy as np

from . import measures
from .axes import measure
from .baseline import Array
from .dose import effects_of
from .leading import eligible
from .required import needed
from .values import per_area
from .years import Years


@dataclass(frozen=True)
class Projection(Years):
    """What happens to A areas in T years: stocks have T+1 entries in time, flows T.

    Measures have time before area: (*batch, T+1, A, P). Units: people, FTE, organisations,
    £ thousand a year at constant prices. Years end on 31 March. Each measure is worked out when it
    is first asked for, and nobody can write to it.
    """

    @measure(3)
    def in_post(self) -> Array:
        """Return people in post (..., A, P, G)."""
        return self.of_staff(lambda now: now.in_post)

    @measure(3)
    def trainees(self) -> Array:
        """Return people in training (..., A, P, J)."""
        return self.of_staff(lambda now: now.trainees)

    @measure(2)
    def unplaced(self) -> Array:
        """Return people qualified and not hired (..., A, P)."""
        return self.of_staff(lambda now: now.unplaced)

    @measure(2)
    def recent_leavers(self) -> Array:
        """Return people who left and may return (..., A, P)."""
        return self.of_staff(lambda now: now.recent_leavers)

    @measure(2)
    def fte(self) -> Array:
        """Return FTE in post (..., A, P)."""
        return measures.fte_of(self.of_staff(lambda now: now.in_post.sum(axis=-1)), self.values)

    @measure(2)
    def clinical_fte(self) -> Array:
        """Return FTE left for clinical work (..., A, P)."""
        fte, led = self.in_front(self.fte), self.led_over_time
        return measures.clinical_fte(fte, led, self.values, self.baseline, self.time)

    @measure(2)
    def establishment(self) -> Array:
        """Return funded posts, FTE (..., A, P)."""
        return self.funded

    @measure(2)
    def needed(self) -> Array:
        """Return FTE needed (..., A, P), by the method chosen (M1-M4)."""
        fte = self.in_front(self.fte)
        return needed(self.values, self.baseline, self.funded[0], fte, self.time)

    @measure(1)
    def people_seen(self) -> Array:
        """Return people seen in a year (..., A)."""
        see = effects_of(self.in_front(self.dose), self.values).see
        clinical = self.in_front(self.clinical_fte)
        return measures.people_seen(clinical, see, self.values, self.baseline, self.time)

    @measure(2)
    def posts(self) -> Array:
        """Return trusts where the post exists (..., A, K)."""
        return self.of_leaders(lambda now: now.trusts.established)

    @measure(2)
    def led(self) -> Array:
        """Return trusts with a permanent leader (..., A, K)."""
        return self.of_leaders(lambda now: now.trusts.filled)

    @measure(2)
    def led_supported(self) -> Array:
        """Return trusts whose permanent leader has protected time and support (..., A, K)."""
        share = measures.supported(self.values, self.time)
        return self.in_front(self.led) * share[..., None]

    @measure(2)
    def led_executive(self) -> Array:
        """Return trusts whose permanent leader has a seat among the executives (..., A, K)."""
        share = per_area(self.values.exec_seat)
        return self.in_front(self.led) * share[..., None]

    @measure(2)
    def interim_posts(self) -> Array:
        """Return trusts whose vacant post someone covers (..., A, K) (E16)."""
        share = per_area(self.values.interim)
        return self.of_leaders(lambda now: now.trusts.vacant) * share[..., None]

    @measure(1)
    def systems(self) -> Array:
        """Return ICSs, or boards after mergers, that should have a lead (..., A)."""
        return self.of_leaders(lambda now: now.systems.organisations[..., 0])

    @measure(1)
    def system_posts(self) -> Array:
        """Return ICSs where the post exists (..., A)."""
        return self.of_leaders(lambda now: now.systems.established[..., 0])

    @measure(1)
    def systems_led(self) -> Array:
        """Return ICSs with a permanent lead (..., A)."""
        return self.of_leaders(lambda now: now.systems.filled[..., 0])

    @measure(1)
    def interim_system_posts(self) -> Array:
        """Return ICSs whose vacant post someone covers (..., A) (E16)."""
        vacant = self.of_leaders(lambda now: now.systems.vacant[..., 0])
        return vacant * per_area(self.values.interim)

    @measure(1)
    def pool(self) -> Array:
        """Return people who could lead (..., A)."""
        return self.of_staff(lambda now: eligible(now, self.baseline))

    @measure(1)
    def dose(self) -> Array:
        """Return the leadership dose (..., A), 0 to 1."""
        return self.of_leaders(lambda now: now.dose)

    @measure(1)
    def pay_cost(self) -> Array:
        """Return the pay bill (..., A)."""
        people = self.in_front(self.in_post)
        return measures.pay_cost(people, self.values, self.baseline, self.time)

    @measure(1)
    def training_cost(self) -> Array:
        """Return the cost of those in training (..., A)."""
        return measures.training_cost(self.in_front(self.trainees), self.baseline)

    @measure(1)
    def agency_cost(self) -> Array:
        """Return the cost of covering vacant posts (..., A): 0 while it is not counted."""
        if not (np.any(self.values.agency_cover) and np.any(self.values.agency_price)):
            return self.nothing
        return measures.agency_cost(self.in_front(self.fte), self.funded, self.values)

    @measure(1)
    def replacement_cost(self) -> Array:
        """Return the cost of replacing leavers (..., A): 0 while it is not counted."""
        if not np.any(self.values.replacement_price):
            return self.nothing
        gone = self.in_front(self.flow("voluntary") + self.flow("retired"))
        return measures.replacement_cost(gone, self.values)

    @measure(1)
    def leadership_cost(self) -> Array:
        """Return the extra cost of leadership posts (..., A)."""
        return measures.leadership_cost(self.led_over_time, self.values, self.baseline, self.time)
