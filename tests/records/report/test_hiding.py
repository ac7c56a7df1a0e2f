"""No count of one to four people can be read in an evaluation, nor worked out from it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from records.report.evaluation import evaluated
from records.report.evaluation_report import EvaluationData, evaluation_report
from records.report.hiding import LEAST, hidden_from, total_of
from records.report.parts import Facts
from tests.records.report.of_many import of_one, people
from tests.records.report.specimens import MADE_ON, MADE_WITH

COUNTS = st.lists(st.integers(0, 40) | st.integers(0, 6), min_size=2, max_size=7)


@given(COUNTS)
def test_what_is_shown_is_right_and_never_small(counts: list[int]) -> None:
    for count, shown in zip(counts, hidden_from(counts), strict=True):
        assert shown in (None, count)
        assert shown is None or shown == 0 or shown >= LEAST


@given(COUNTS)
def test_what_is_hidden_cannot_be_worked_out_from_the_total(counts: list[int]) -> None:
    """For all that is shown, each of those hidden might be five or more."""
    shown = hidden_from(counts)
    hidden = [count for count, each in zip(counts, shown, strict=True) if each is None]
    if not hidden or len(hidden) == len(counts):
        return
    left = sum(counts) - sum(each for each in shown if each is not None)
    least_of_others = len(hidden) - 1
    assert len(hidden) >= 2
    assert left - least_of_others >= LEAST


def test_a_few_people_are_not_told_of_at_all() -> None:
    found = evaluated(people(4), [3])
    assert (found.people, found.practices, found.shared, found.means) == (None, None, (), ())
    assert found.attended is None
    nobody = evaluated([], [])
    assert (nobody.people, nobody.practices, nobody.shared) == (0, 0, ())
    assert total_of([2, 2]) is None
    assert total_of([0]) == 0


def test_all_tables_share_out_the_same_people_so_that_no_difference_tells_of_few() -> None:
    several = [*people(50), *(of_one(n, practices=0, days=0) for n in range(3))]
    found = evaluated(several, [])
    assert found.people == 50
    for each in found.shared:
        counts = [count for _, count in each.cells]
        assert None in counts or sum(count or 0 for count in counts) == 50


def test_a_mean_of_few_is_not_told() -> None:
    several = [of_one(n, psfs=(2.0, 9.0) if n < 4 else None) for n in range(30)]
    means = {each.name: each.value for each in evaluated(several, []).means}
    assert means["psfs-last"] is None
    assert means["effort"] == 2.0


def test_the_report_names_nobody_and_its_json_holds_the_same() -> None:
    found = evaluated(people(60), [5, 6, 4])
    data = EvaluationData(MADE_ON, MADE_ON, found, (MADE_WITH,), MADE_ON)
    for language in ("en", "de", "es"):
        report = evaluation_report(data, language)
        assert report.stem == "2026-04-14-evaluation"
        assert "P-0147" not in str(report)
    said = json.loads(json.dumps(found.as_json()))
    assert said["people_by"]["practices"]["1–4"] is None
    assert said["hidden_below"] == LEAST


def test_what_is_hidden_with_few_people_is_not_said_to_be_few() -> None:
    found = evaluated([of_one(n, practices=12) for n in range(3)], [])
    report = evaluation_report(EvaluationData(MADE_ON, MADE_ON, found, (MADE_WITH,), MADE_ON), "en")
    facts = next(part for part in report.parts if isinstance(part, Facts)).facts
    assert [fact.text for fact in facts[:2]] == ["under 5*", "hidden*"]
