"""Angles moment by moment: written in few bytes, and read as they were, to a hundredth."""

import tracemalloc
import zlib
from base64 import b64decode
from dataclasses import replace
from uuid import uuid4

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from feedback.angle_trace import EMPTY, AngleTrace, joined
from records import trace_codec
from records.errors import NotUnderstood, UnknownEntry
from records.store import Store
from records.trace_codec import CODEC, FARTHEST, MEASURES_1, encode
from records.trace_decoding import decode, decode_all
from records.trace_table import ChunkRow
from tests.records.specimens import MOVEMENT, kept_practice
from vision.measures import MEASURES, Withheld

KEYS = ("shoulder_abduction_left", "trunk_side_lean")


def trace(count: int = 30, start_s: float = 0.0, keys: tuple[str, ...] = KEYS) -> AngleTrace:
    """Return a second of a movement in which the first measure is not seen half of the time."""
    rng = np.random.default_rng(count)
    values = np.cumsum(rng.normal(0, 1, (count, len(keys))), axis=0)
    withheld = np.zeros((count, len(keys)), np.int8)
    withheld[: count // 2, 0] = Withheld.UNSEEN
    values[withheld != Withheld.GIVEN] = np.nan
    landmarks = rng.uniform(0, 640, (count, 33, 2))
    landmarks[:, 7] = np.nan
    landmarks[1::3] = np.nan
    return AngleTrace(
        measures=keys,
        times_s=start_s + np.arange(count) / 30,
        exercise_ids=(MOVEMENT,) * count,
        values=values,
        errors=np.where(np.isnan(values), np.nan, 5.25),
        withheld=withheld,
        quality=np.full(count, 0.97),
        landmarks=landmarks,
        picture_px=(640, 480),
    )


def same(found: AngleTrace, was: AngleTrace) -> None:
    """Say that a trace came back as near as the codec keeps it."""
    assert (found.measures, found.exercise_ids, found.picture_px) == (
        was.measures,
        was.exercise_ids,
        was.picture_px,
    )
    for name, near in (
        ("times_s", 5e-4),
        ("values", 5e-3),
        ("errors", 5e-2),
        ("quality", 5e-3),
        ("landmarks", 0.25),
    ):
        np.testing.assert_allclose(
            getattr(found, name), getattr(was, name), rtol=0, atol=near + 1e-9, err_msg=name
        )
    np.testing.assert_array_equal(found.withheld, was.withheld)


def test_every_measure_there_is_has_its_bit() -> None:
    assert {measure.key for measure in MEASURES} <= set(MEASURES_1)


@settings(deadline=None)
@given(
    values=arrays(
        np.float64,
        st.tuples(st.integers(1, 40), st.just(2)),
        elements=st.floats(-400, 400) | st.just(np.nan),
    ),
    start_s=st.floats(0, 20_000),
)
def test_what_is_written_is_read_whatever_was_measured(values: np.ndarray, start_s: float) -> None:
    count = len(values)
    was = trace(count, round(start_s, 3))
    written = AngleTrace(
        **{name: getattr(was, name) for name in AngleTrace.__slots__}
        | {"values": values, "withheld": np.zeros((count, 2), np.int8), "errors": np.abs(values)}
    )
    found = decode(encode(written), CODEC)
    beyond = np.abs(values) > FARTHEST
    np.testing.assert_array_equal(found.withheld == Withheld.UNSEEN, np.isnan(values))
    np.testing.assert_array_equal(found.withheld == Withheld.REJECTED, beyond)
    expected = np.where(beyond, np.nan, values)
    np.testing.assert_allclose(found.values, expected, rtol=0, atol=5e-3 + 1e-9)


def test_a_second_comes_back_in_a_thousandth_of_what_a_picture_takes() -> None:
    was = trace()
    data = encode(was)
    same(decode(data, CODEC), was)
    assert len(data) < 3000


def test_what_is_no_chunk_is_refused_in_every_way_it_can_be_none() -> None:
    data = encode(trace())
    inside = zlib.decompress(data)
    for broken in (
        b"",
        b"text",
        data[:-1],
        data + b"x",
        zlib.compress(inside[:-1]),
        zlib.compress(inside + b"x"),
        zlib.compress(b"\xff" * len(inside)),
        zlib.compress(b"\0" * 50_000_000),
    ):
        with pytest.raises(ValueError, match="chunk"):
            decode(broken, CODEC)
    with pytest.raises(ValueError, match="codec 9"):
        decode(data, 9)
    with pytest.raises(ValueError, match="rise"):
        encode(EMPTY)


def test_a_chunk_from_elsewhere_that_says_millions_of_movements_takes_no_memory() -> None:
    said = trace_codec.HEAD.pack(1, 640, 480, 60, 1) + trace_codec.RUN.pack(65535, 0) * 60
    hostile = zlib.compress(said)
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="more movements"):
            decode(hostile, CODEC)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("called", ["a\ninDegrees=no", "../up", "", "=1+1"])
def test_a_chunk_from_elsewhere_of_what_is_called_as_no_movement_is_is_refused(called: str) -> None:
    with pytest.raises(ValueError, match="no movement"):
        decode(encode(replace(trace(3), exercise_ids=(called,) * 3)), CODEC)


def test_what_the_first_codec_wrote_is_still_read() -> None:
    written = (
        "eNpjZmhgesDIyMDiwMDAzCBcXJpXlFmcqptYlFusW5yaWJKawqCoxAADrL/B1E7naYu0GPgfMPwrY9BgNWI9"
        "ARb9n5iYCKQA/UoSoA=="
    )
    found = decode(b64decode(written), 1)
    np.testing.assert_array_equal(found.values, [[np.nan, 1.5], [40.25, -2.0], [-41.0, 300.5]])
    np.testing.assert_array_equal(found.errors, [[np.nan, 5.0], [4.0, 5.5], [4.5, np.nan]])


def test_many_chunks_are_read_as_each_of_them_alone_is() -> None:
    """Of several lengths, with and without landmarks, one of them cut and one altered."""
    unseen = replace(trace(12), landmarks=np.full((12, 33, 2), np.nan))
    written = [trace(10 + n % 3, float(n)) for n in range(9)]
    chunks = [(CODEC, encode(each)) for each in [*written, unseen]]
    altered = bytearray(zlib.decompress(chunks[0][1]))
    # A moment more with landmarks than there are landmarks of.
    altered[len(altered) - (10 + 7 * 33 + 7 * 33 * 4) + 1] = 1
    chunks += [(CODEC, zlib.compress(bytes(altered))), (CODEC, chunks[0][1][:-1]), (9, b"")]
    found = decode_all(chunks)
    assert found[-3:] == [None, None, None]
    for part, (codec, data) in zip(found[:-3], chunks, strict=False):
        alone = decode(data, codec)
        assert part is not None
        same(part, alone)
    assert [each.times_s.size for each in found[:-3] if each is not None][-1] == 12


def test_stretches_are_joined_with_every_measure_and_in_one_picture() -> None:
    one, two = trace(keys=KEYS[:1]), trace(3, 2.0, KEYS)
    whole = joined([EMPTY, one, two])
    assert whole.measures == KEYS
    assert (whole.withheld[:30, 1] == Withheld.NOT_ASKED).all()
    np.testing.assert_array_equal(whole.values[30:], two.values)
    assert joined([]).times_s.size == 0


def test_a_practice_gives_back_its_chunks_in_order_and_leaves_a_damaged_one_out(
    staffed: Store,
) -> None:
    id_ = staffed.practices.add("P-0147", kept_practice())
    assert staffed.traces.read(id_).times_s.size == 0
    for number in (1, 0, 2):
        staffed.traces.add(id_, number, trace(start_s=float(number)))
    whole = staffed.traces.read(id_)
    assert whole.times_s.size == 90
    assert (np.diff(whole.times_s) > 0).all()
    with staffed.practices._work.writing() as transaction:
        transaction.execute(sa.text("DROP TRIGGER trace_chunk_is_only_added"))
        transaction.execute(sa.update(ChunkRow).where(ChunkRow.number == 1).values(data=b"other"))
    assert staffed.traces.read(id_).times_s.size == 60
    with staffed.practices._work.writing() as transaction:
        transaction.execute(sa.update(ChunkRow).values(codec=9))
    with pytest.raises(NotUnderstood):
        staffed.traces.read(id_)
    with pytest.raises(UnknownEntry):
        staffed.traces.add(uuid4(), 0, trace())
