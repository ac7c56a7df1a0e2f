"""Reading a definition: what the file itself may be, and every fault of it at once."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.fault import DefinitionError
from exercises.loading import MAX_BYTES, load, parse
from tests.exercises.definitions import PLAIN, document, faults_of_text, lines_of_text, plain_data


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(DefinitionError) as caught:
        load(path)
    (fault,) = caught.value.faults
    return str(fault).removeprefix(f"{path}: ")


def test_a_good_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plain.toml"
    path.write_text(PLAIN, encoding="utf-8")
    assert load(path).id == "plain-rise"


def test_a_file_of_a_megabyte_is_refused_in_one_line(tmp_path: Path) -> None:
    line = refused(tmp_path / "big.toml", b"# " + b"x" * 1_000_000)
    assert line == "larger than 64 kB; is it a movement's definition?"


def test_the_largest_file_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "full.toml"
    path.write_bytes(PLAIN.encode().ljust(MAX_BYTES - 1, b"#"))
    assert load(path).id == "plain-rise"


def test_bad_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    content = PLAIN.encode().replace(b"Plain rise", b"Pl\xffin rise")
    line = refused(tmp_path / "latin.toml", content)
    assert line == "not UTF-8 text (at line 5); save the file as UTF-8"


def test_a_slip_of_toml_is_named_with_its_line(tmp_path: Path) -> None:
    line = refused(tmp_path / "slip.toml", b"format = 1\nid = = 2\n")
    assert line.startswith("not TOML; ")
    assert "line 2" in line


@pytest.mark.parametrize(
    "content", [b"a = " + b"[" * 50_000, b"a = " + b"9" * 5_000, b"a = 2026-02-31"]
)
def test_toml_made_to_hurt_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path / "hostile.toml", content).startswith("not TOML; ")


def test_a_file_that_is_not_there_is_the_callers_to_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.toml")


def test_an_empty_file_names_every_key_it_lacks() -> None:
    lines = lines_of_text("")
    assert "mine.toml: title: missing" in lines
    assert "mine.toml: phases: missing" in lines
    assert len(lines) == 17


def test_an_unknown_key_is_named_with_the_one_that_was_meant() -> None:
    assert lines_of_text(PLAIN.replace("title =", "titel =")) == [
        "mine.toml: title: missing",
        "mine.toml: titel: unknown key; did you mean title?",
    ]


def test_an_unknown_key_within_a_phase_is_named_by_its_place() -> None:
    assert lines_of_text(PLAIN.replace("guide = {}", "guide = {}\ncolour = 1")) == [
        "mine.toml: phases[1].colour: unknown key"
    ]


def test_a_misspelt_word_is_named_with_the_one_that_was_meant() -> None:
    assert lines_of_text(PLAIN.replace('"front"', '"frontal"')) == [
        "mine.toml: view: found 'frontal'; did you mean front?"
    ]
    assert lines_of_text(PLAIN.replace('"front"', '"above"')) == [
        "mine.toml: view: found 'above'; one of front, side, any"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("minutes = 2", "minutes = nan", "minutes: found nan; input should be a finite number"),
        ("minutes = 2", "minutes = true", "minutes: found True; input should be a valid number"),
        ("rest = 0", 'rest = "0"', "targets[0].rest: found '0'; input should be a valid number"),
        ("guide = {}", "guide = 3", "phases[1].guide: found 3; a table is needed"),
        ("care = [", "care = 7 # [", "care: found 7; a list is needed"),
        (
            "seconds = 6",
            "seconds = -6",
            "phases[1].seconds: found -6; input should be greater than 0",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_shown(old: str, new: str, line: str) -> None:
    assert lines_of_text(PLAIN.replace(old, new)) == [f"mine.toml: {line}"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            'words = "arms rise"',
            f'words = "{"long " * 7}"',
            f"phases[0].words: found '{'long ' * 7}'; string should have at most 32 characters",
        ),
        (
            '["flexibility"]',
            '["flexibility", "strenght"]',
            "tags[1]: found 'strenght'; did you mean strength?",
        ),
        (
            '["flexibility"]',
            "[]",
            "tags: found []; tuple should have at least 1 item after validation, not 0",
        ),
        (
            "[[targets]]",
            '[[cautions]]\nflag = "balance"\neffect = "small"\n\n[[targets]]',
            "cautions[0].reason: missing",
        ),
        (
            "[[targets]]",
            '[[cautions]]\nflag = "balanse"\neffect = "hide"\nreason = "r"\n\n[[targets]]',
            "cautions[0].flag: found 'balanse'; did you mean balance?",
        ),
        (
            "[[targets]]",
            '[[cautions]]\nflag = "balance"\nefect = "hide"\nreason = "r"\n\n[[targets]]',
            "cautions[0].efect: unknown key; did you mean effect?",
        ),
    ],
)
def test_words_tags_and_cautions_are_named_where_they_do_not_fit(
    old: str, new: str, line: str
) -> None:
    assert f"mine.toml: {line}" in lines_of_text(PLAIN.replace(old, new, 1))


def test_a_long_value_is_not_shown_whole() -> None:
    (fault,) = faults_of_text(PLAIN.replace('id = "plain-rise"', f'id = "{"-" * 300}"'))
    assert len(fault.message) < 80


def test_a_key_that_holds_a_line_break_or_a_terminals_codes_is_still_one_line() -> None:
    (line,) = lines_of_text('"a\\nb\\u001b[31m" = 1\n' + PLAIN)
    assert line == r"mine.toml: a\nb\x1b[31m: unknown key"


def test_a_list_is_not_called_short_because_its_items_are_faulty() -> None:
    lines = lines_of_text(PLAIN.replace("seconds =", "second ="))
    assert not any("at least 1" in line for line in lines)


def test_every_fault_of_a_file_is_named_at_once() -> None:
    text = (
        PLAIN.replace("title =", "titel =")
        .replace('"front"', '"frontal"')
        .replace("number = 10", "number = true")
        .replace("shoulder_abduction", "shoulder_abducton")
        .replace("low = 60\nhigh = 120", "low = 120\nhigh = 60")
        .replace("shoulder_elevation", "shouder_elevation = 1, shoulder_elevation")
        .replace("seconds = 4", "second = 1")
        .replace('breath = "out"', 'breath = "rest"')
    )
    assert lines_of_text(text) == [
        "mine.toml: number: found True; input should be a valid integer",
        "mine.toml: title: missing",
        "mine.toml: view: found 'frontal'; did you mean front?",
        "mine.toml: phases[0].seconds: missing",
        "mine.toml: phases[0].second: unknown key; did you mean seconds?",
        "mine.toml: titel: unknown key; did you mean title?",
        'mine.toml: targets[0].measure: unknown measure "shoulder_abducton"; '
        "did you mean shoulder_abduction?",
        "mine.toml: targets[0].low: reversed range, 120 to 60; low is smaller than high",
        "mine.toml: phases[0].guide.shouder_elevation: unknown joint angle; "
        "did you mean shoulder_elevation?",
        'mine.toml: phases: no phase has breath = "out"; add one, or say pace = "natural"',
        "mine.toml: phases[0].guide.shoulder_elevation: the guide moves at up to 145 degrees a "
        "second; at most 65: give the phase more seconds, or less travel",
    ]


def test_many_faults_are_said_one_on_a_line() -> None:
    faults = faults_of_text(PLAIN.replace("number = 10", "number = 0").replace("= 2", "= 0"))
    assert str(DefinitionError(faults)).splitlines() == [
        "mine.toml: number: found 0; input should be greater than or equal to 1",
        "mine.toml: minutes: found 0; input should be greater than 0",
    ]


PATHS = [
    "view",
    "care",
    "stance",
    "targets",
    "targets.0",
    "targets.0.low",
    "targets.0.measure",
    "phases",
    "phases.0",
    "phases.0.seconds",
    "phases.1.guide",
    "sunrise",
    "phases.0.sunrise",
]
plain_values = st.recursive(
    st.booleans() | st.integers(-1000, 1000) | st.sampled_from(["front", "in", "trunk_twist", ""]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "low", "knee_flexion", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(PATHS), plain_values, min_size=1, max_size=1))
def test_whatever_stands_in_a_file_it_is_a_movement_or_its_faults_are_named(
    changes: dict[str, Any],
) -> None:
    try:
        lines = [parse(document(plain_data(changes)).encode(), "odd.toml").id]
    except DefinitionError as error:
        lines = [str(fault).removeprefix("odd.toml: ") for fault in error.faults]
    assert lines
    assert all(line and "\n" not in line for line in lines)
