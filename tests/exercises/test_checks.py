"""What has to hold of a movement as a whole: one fault planted, one line given."""

from typing import Any

import pytest
from pydantic import ValidationError

from exercises.exercise import Exercise
from exercises.pydantic_faults import faults_of
from tests.exercises.definitions import plain, plain_data


def faults(changes: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        plain(changes)
    return [str(fault) for fault in faults_of(caught.value)]


STEADY = {
    "measure": "trunk_side_lean",
    "role": "steady",
    "rest": 0,
    "low": -10,
    "high": 10,
    "ceiling": 20,
}


def with_steady(**changes: object) -> dict[str, Any]:
    return {"targets": [*plain_data()["targets"], {**STEADY, **changes}]}


def test_the_plain_movement_holds_together() -> None:
    assert plain(with_steady()).targets[1].role == "steady"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param(
            {"targets.0.low": 130},
            "targets[0].low: reversed range, 130 to 120; low is smaller than high",
            id="reversed range",
        ),
        pytest.param(
            {"targets.0.rest": 80},
            "targets[0].rest: 80 is inside the comfortable range; "
            "it is at the near end or before it",
            id="rest within the range",
        ),
        pytest.param(
            {"targets.0.ceiling": 110},
            "targets[0].ceiling: 110 is not beyond 120; the measure rises, so it is above high",
            id="ceiling of a rising measure",
        ),
        pytest.param(
            {"targets.0.rest": 170},
            "targets[0].ceiling: 150 is not beyond 60; the measure falls, so it is below low",
            id="ceiling of a falling measure",
        ),
        pytest.param(
            with_steady(rest=12),
            "targets[1].rest: 12 is outside -10 to 10; a steady measure rests inside its range",
            id="steady rest outside",
        ),
        pytest.param(
            with_steady(ceiling=9),
            "targets[1].ceiling: 9 is inside the comfortable range; "
            "it is farther from rest than low and high",
            id="steady ceiling inside",
        ),
        pytest.param(
            {"targets.0.measure": "shoulder_abductions"},
            'targets[0].measure: unknown measure "shoulder_abductions"; '
            "did you mean shoulder_abduction?",
            id="unknown measure",
        ),
        pytest.param(
            {"view": "side"},
            'targets[0].measure: shoulder_abduction has no meaning in view = "side"; '
            "it is seen from the front",
            id="measure in the wrong view",
        ),
        pytest.param(
            {"posture": "lying"},
            'targets: a lying body is not measured; take them away and say view = "any": '
            "the movement is then timed only",
            id="lying and measured",
        ),
        pytest.param(
            {"view": "any"},
            'targets: each measure needs its own view; take them away and say view = "any": '
            "the movement is then timed only",
            id="any view and measured",
        ),
        pytest.param(
            {"targets": [], "repetitions": 0},
            'view: "front", though nothing is measured; '
            'say view = "any": without targets a movement is timed only',
            id="timed only without saying so",
        ),
        pytest.param(
            {"targets": [], "view": "any"},
            "repetitions: nothing is measured, so none can be counted; "
            "say repetitions = 0: it runs for its minutes",
            id="timed only and counted",
        ),
        pytest.param(
            {"sides": "alternating", "flowing": True},
            "flowing: the guide comes to rest between the sides; "
            "a circle has no sides to alternate: say flowing = false",
            id="a circle that alternates",
        ),
        pytest.param(
            {"posture": "seated", "support": True},
            "support: held on to seated; only who stands holds on to it",
            id="held on to while sitting",
        ),
        pytest.param(
            {
                "arrives": True,
                "cautions": [{"flag": "balance", "effect": "small", "reason": "r"}],
            },
            'cautions: effect = "small" of what has to be arrived at; '
            "hide it, or take arrives = true away",
            id="half of what has to be arrived at",
        ),
        pytest.param(
            {"tags": ["rest", "breath", "rest"]},
            'tags: "rest" is named 2 times; name each once',
            id="tag named twice",
        ),
        pytest.param(
            {
                "cautions": [
                    {"flag": "balance", "effect": effect, "reason": "r"}
                    for effect in ("hide", "small")
                ]
            },
            'cautions: 2 have flag = "balance"; keep one',
            id="two cautions for one flag",
        ),
        pytest.param(
            {"alike": ["plain-rise"]},
            'alike: "plain-rise" is the movement itself; name others only',
            id="alike to itself",
        ),
        pytest.param(
            {"alike": ["other"], "variants": ["other"]},
            'alike: "other" is among the variants; '
            "equals count for each other anyway: take it away here",
            id="alike and equal",
        ),
        pytest.param(
            {"targets": [], "view": "any", "repetitions": 0, "alike": ["other"]},
            "alike: nothing is measured, so nothing is alike; take it away",
            id="alike and timed only",
        ),
        pytest.param(
            {"sides": "midline"},
            "targets[0].measure: shoulder_abduction has a left and a right; "
            'sides is "each", "together" or "alternating"',
            id="sided measure of a midline movement",
        ),
        pytest.param(
            {"targets.0.measure": "wrist_span"},
            "targets[0].measure: wrist_span has no left and right; "
            'sides is "midline" or "alternating"',
            id="midline measure counted on each side",
        ),
        pytest.param(
            {"stance": {"kne_flexion": 5}},
            "stance.kne_flexion: unknown joint angle; did you mean knee_flexion?",
            id="unknown joint of the stance",
        ),
        pytest.param(
            {"phases.1.guide": {"shouder_elevation": 5}},
            "phases[1].guide.shouder_elevation: unknown joint angle; "
            "did you mean shoulder_elevation?",
            id="unknown joint of a guide",
        ),
        pytest.param(
            {"phases.1.breath": "rest"},
            'phases: no phase has breath = "out"; add one, or say pace = "natural"',
            id="missing phase",
        ),
        pytest.param(
            {"phases.0.travel": 0},
            "phases: no phase travels; one phase ends with travel above 0",
            id="no travel",
        ),
        pytest.param(
            {"phases.1.travel": 0.5},
            "phases: no phase returns; one phase ends with travel = 0",
            id="no return",
        ),
        pytest.param(
            {"targets": [STEADY]},
            'repetitions: no target leads, so none can be counted; give one target role = "lead", '
            "or say repetitions = 0",
            id="nothing to count",
        ),
        pytest.param(
            {"phases.1.seconds": 26.5},
            "phases: one cycle takes 30.5 seconds; from 4 to 30",
            id="cycle too long",
        ),
        pytest.param(
            {"phases.1.id": "rise"},
            'phases: 2 phases have id = "rise"; give each its own',
            id="phases of one name",
        ),
        pytest.param(
            {"variants": ["plain-rise"]},
            'variants: "plain-rise" is the movement itself; name others only',
            id="its own variant",
        ),
        pytest.param(
            {"variants": ["other", "other"]},
            "variants: one is named twice; name each once",
            id="variant named twice",
        ),
    ],
)
def test_one_fault_gives_one_line(changes: dict[str, Any], line: str) -> None:
    assert faults(changes) == [line]


def test_a_natural_breath_does_not_mix_with_a_led_one() -> None:
    assert faults({"pace": "natural"}) == [
        'phases[0].breath: "in" in a movement with pace = "natural"; one of natural, rest',
        'phases[1].breath: "out" in a movement with pace = "natural"; one of natural, rest',
    ]


def test_a_measure_has_one_target() -> None:
    twice = plain_data()["targets"] * 2
    assert faults({"targets": twice}) == [
        f"targets[{row}].measure: shoulder_abduction has more than one target; keep one"
        for row in (0, 1)
    ]


def test_a_movement_that_is_timed_only_is_welcome() -> None:
    timed = plain_data({"targets": [], "view": "any", "posture": "lying", "repetitions": 0})
    movement = Exercise.model_validate(timed)
    assert movement.targets == ()
    assert not movement.seen


def test_a_kept_posture_need_not_return() -> None:
    kept = {"repetitions": 0, "phases.1.travel": 1, "phases.1.guide": {"shoulder_elevation": 100}}
    assert plain(kept).repetitions == 0


def test_a_range_that_begins_at_rest_is_welcome() -> None:
    assert plain({"targets.0.rest": 60}).targets[0].rising
