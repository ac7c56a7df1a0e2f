"""Products, lengths and units of many vectors, against numpy's own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from figure.mesh import Array
from figure.vectors import dots, lengths, units

VECTORS = arrays(np.float64, (4, 3), elements=st.floats(-100, 100))


@given(VECTORS, VECTORS)
def test_they_are_what_numpy_gives(a: Array, b: Array) -> None:
    assert dots(a, b) == pytest.approx((a * b).sum(1))
    assert dots(a, b[0]) == pytest.approx(a @ b[0])
    assert lengths(a) == pytest.approx(np.linalg.norm(a, axis=1))


@given(VECTORS)
def test_a_unit_has_length_one_and_its_vectors_direction(vectors: Array) -> None:
    long = lengths(vectors) > 1e-6
    assert lengths(units(vectors))[long] == pytest.approx(1)
    assert (dots(units(vectors), vectors) >= 0).all()


def test_a_vector_without_length_stays_so() -> None:
    assert np.array_equal(units(np.zeros((2, 3))), np.zeros((2, 3)))
