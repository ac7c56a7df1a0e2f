"""Tables that can be read in a pipe."""

from math import nan

import pytest

from tests.benchmarks.recorded import of_truth

aligned = of_truth("aligned")
claim = of_truth("claim")


def test_columns_stand_under_one_another() -> None:
    lines = aligned.table(("name", "p90"), [("knee", "4.0"), ("shoulder", "12.5")]).splitlines()
    assert lines == ["name       p90", "--------  ----", "knee       4.0", "shoulder  12.5"]


def test_what_is_no_number_is_a_dash() -> None:
    assert aligned.number(nan) == aligned.signed(nan) == aligned.share(nan) == aligned.NOTHING
    assert (aligned.number(4.04), aligned.signed(2.0), aligned.share(0.05)) == (
        "4.0",
        "+2.0",
        "5.0%",
    )


@pytest.mark.parametrize(("met", "word"), [(True, "met"), (False, "not met"), (None, "not tried")])
def test_every_claim_says_whether_it_is_met(met: bool | None, word: str) -> None:
    claims = [claim.Claim("knee", "3.9", "≤4", met)]
    assert claim.claims_table(claims).splitlines()[-1].endswith(f"  {word}")
    assert f"1 {word}" in claim.met_of(claims)
