"""Quantile functions and the hypercube, against scipy.stats."""

import numpy as np
import pytest
from scipy import stats
from scipy.stats import qmc

from ppn_scenarios.analysis.distributions import beta, latin_hypercube, normal, triangular

U = np.linspace(0, 1, 1001)[1:-1]


def test_the_normal_is_that_of_scipy() -> None:
    assert np.allclose(normal(U), stats.norm.ppf(U), rtol=1e-12)
    assert float(normal(0.9)) == pytest.approx(1.2815515655446004)


@pytest.mark.parametrize(("a", "b"), [(1.0, 9.0), (1.3, 6.2), (5.0, 5.0), (9.0, 1.0)])
def test_the_beta_is_that_of_scipy(a: float, b: float) -> None:
    assert np.allclose(beta(U, a, b), stats.beta.ppf(U, a, b), rtol=1e-12)


@pytest.mark.parametrize("mode", [2.0, 2.5, 4.5, 7.0])
def test_the_triangle_is_that_of_scipy(mode: float) -> None:
    theirs = stats.triang.ppf(U, (mode - 2) / 5, loc=2, scale=5)
    assert np.allclose(triangular(U, 2, mode, 7), theirs, rtol=1e-12)


def test_a_triangle_without_width_is_one_number() -> None:
    assert (triangular(U, 3, 3, 3) == 3).all()


@pytest.mark.parametrize(("d", "n"), [(1, 64), (3, 7), (41, 1000)])
def test_the_hypercube_is_that_of_scipy(d: int, n: int) -> None:
    """The same generator gives the same numbers, so that bands stayed as they were."""
    theirs = qmc.LatinHypercube(d=d, rng=np.random.default_rng(5)).random(n)
    assert np.array_equal(latin_hypercube(d, n, np.random.default_rng(5)), theirs)


def test_each_part_of_a_column_is_hit_once() -> None:
    found = latin_hypercube(4, 50, np.random.default_rng(1))
    assert (np.sort(np.floor(found * 50), axis=0) == np.arange(50)[:, None]).all()
