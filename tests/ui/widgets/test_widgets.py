"""Each widget by keyboard, by mouse, and as it is drawn."""

import numpy as np
import pygame
import pytest

from tests.ui.reading import reading
from ui.inputs import Click, Drag, Pasted, Press, Scroll, Typed
from ui.theme import CALM
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.column import Column
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.note import Note, broken
from ui.widgets.rows import Row, Rows
from ui.widgets.sizes import LEAST_TARGET_PX, sizes
from ui.widgets.slider import Slider
from ui.widgets.text_line import TextLine
from ui.widgets.toggle import Toggle
from ui.widgets.widget import Did, Widget

SIZES = sizes((1280, 720), 1.0)
ENTER, SPACE, TAB = Press(pygame.K_RETURN), Press(pygame.K_SPACE), Press(pygame.K_TAB)
LEFT, RIGHT = Press(pygame.K_LEFT), Press(pygame.K_RIGHT)
UP, DOWN = Press(pygame.K_UP), Press(pygame.K_DOWN)
BACK = Press(pygame.K_BACKSPACE)


def drawn(widget: Widget, *, focused: bool = True, width: int = 600) -> pygame.Surface:
    surface = pygame.Surface((640, 400))
    surface.fill(CALM.night)
    widget.box = pygame.Rect(20, 20, width, widget.height(SIZES, width))
    widget.draw(surface, SIZES, focused=focused)
    return surface


@pytest.mark.parametrize("size", [(640, 400), (1280, 720), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_whatever_is_pressed_is_large_enough(size: tuple[int, int], scale: float) -> None:
    assert sizes(size, scale).row_px >= LEAST_TARGET_PX


def test_a_button_is_pressed_by_enter_space_and_mouse_alone() -> None:
    button = Button("Keep", "Ctrl S")
    assert [button.take(event) for event in (ENTER, SPACE, Click((5, 5)))] == [Did.DONE] * 3
    assert button.take(Press(pygame.K_RETURN, ctrl=True)) is Did.NOTHING
    assert button.take(Typed("k")) is Did.NOTHING


def test_a_toggle_says_what_it_is_by_a_tick_and_not_by_colour_alone() -> None:
    toggle = Toggle("Dizziness")
    off = pygame.surfarray.array3d(drawn(toggle, focused=False)).astype(np.int16).mean(axis=2)
    assert toggle.take(SPACE) is Did.CHANGED
    assert toggle.value
    on = pygame.surfarray.array3d(drawn(toggle, focused=False)).astype(np.int16).mean(axis=2)
    assert (abs(on - off) > 60).sum() > 20  # seen in grey


def test_a_choice_is_gone_along_by_arrows_and_round_by_enter() -> None:
    choice = Choice("Posture", [("a", "any"), ("s", "seated"), ("l", "lying")], "a")
    assert choice.take(LEFT) is Did.TAKEN
    assert choice.take(RIGHT) is Did.CHANGED
    assert choice.value == "s"
    choice.take(ENTER)
    choice.take(ENTER)
    assert choice.value == "a"


def test_a_choice_with_no_room_shows_one_at_a_time() -> None:
    options = [(n, f"a long answer number {n}") for n in range(5)]
    choice = Choice("Which", options, 2)
    with reading() as found:
        drawn(choice)
    assert [each.text for each in found] == ["Which", "a long answer number 2"]
    choice.take(Click((choice.box.right - 10, choice.box.centery)))
    assert choice.value == 3
    choice.take(Click((choice._control().left + 10, choice.box.centery)))
    assert choice.value == 2


def test_a_value_that_is_no_choice_stays_until_another_is_chosen() -> None:
    choice = Choice("Weeks", [(2, "two"), (4, "four")], 3)
    drawn(choice)
    assert choice.value == 3
    choice.take(RIGHT)
    assert choice.value == 2


def test_a_slider_moves_in_steps_large_steps_and_to_its_ends() -> None:
    slider = Slider("Pace", 0.5, 1.5, 0.05, 1.0, lambda value: f"{value:g}")
    slider.take(RIGHT)
    assert slider.value == pytest.approx(1.05)
    slider.take(Press(pygame.K_LEFT, shift=True))
    assert slider.value == pytest.approx(0.8)
    slider.take(Press(pygame.K_END))
    assert slider.take(RIGHT) is Did.TAKEN
    assert slider.value == 1.5


def test_a_slider_follows_the_mouse_and_stays_between_its_ends() -> None:
    slider = Slider("Rest", 0, 300, 15, 60, lambda value: f"{value:g} s")
    drawn(slider)
    middle = (slider._track.centerx, slider.box.centery)
    slider.take(Click(middle))
    assert slider.value == 150
    slider.take(Drag((2000, middle[1])))
    assert slider.value == 300
    slider.take(Drag((-50, middle[1])))
    assert slider.value == 0


def test_a_slider_keeps_a_value_between_two_steps_until_it_is_moved() -> None:
    slider = Slider("Pace", 0.5, 1.5, 0.05, 0.97, lambda value: f"{value:g}")
    drawn(slider)
    assert slider.value == 0.97


@pytest.mark.parametrize("text", ["Elm", "Ωμέγα", "نهر هادئ طويل", "河水清", "शांत नदी", "👩‍👧 oak"])
def test_a_line_takes_any_script_and_is_drawn_within_itself(text: str) -> None:
    line = TextLine("Name")
    assert line.take(Typed(text)) is Did.CHANGED
    assert line.value == text
    surface = drawn(line)
    control = line._control()
    surface.fill(CALM.night, control.inflate(16, 16))
    surface.fill(CALM.night, pygame.Rect(20, 20, control.left - 20, control.height))
    assert pygame.surfarray.array3d(surface).max() <= max(CALM.night)


def test_a_line_takes_300_letters_shows_those_about_the_caret_and_no_more() -> None:
    line = TextLine("Name")
    line.take(Pasted("Schultergürtel " * 40))
    assert len(line.value) == 300
    drawn(line)
    caret = line.caret()
    assert caret is not None
    assert line._control().contains(caret)
    line.take(Press(pygame.K_HOME))
    drawn(line)
    assert line.caret() != caret
    assert line._control().contains(line.caret() or pygame.Rect(0, 0, 0, 0))


def test_arabic_is_written_from_the_right() -> None:
    line = TextLine("")
    line.take(Typed("علي"))
    drawn(line)
    caret = line.caret()
    assert caret is not None
    assert caret.right > line.box.centerx


def test_a_secret_is_never_drawn_and_a_pin_takes_digits_alone() -> None:
    line = TextLine("PIN", secret=True, digits=True, most=12)
    line.take(Typed("1x2 3٤"))
    assert line.value == "123"
    other = TextLine("PIN", secret=True, digits=True, most=12)
    other.take(Typed("987"))
    pictures = [pygame.image.tobytes(drawn(each), "RGB") for each in (line, other)]
    assert pictures[0] == pictures[1]


def test_a_line_is_changed_by_the_keys_everybody_knows() -> None:
    line = TextLine("Name", "Elms")
    for event in (Press(pygame.K_HOME), Press(pygame.K_DELETE), Typed("H"), Press(pygame.K_END)):
        line.take(event)
    line.take(BACK)
    assert line.value == "Hlm"
    line.take(Press(pygame.K_a, ctrl=True))
    line.take(Typed("B"))
    assert line.value == "B"
    assert line.take(ENTER) is Did.DONE
    assert line.take(TAB) is Did.NOTHING
    assert line.take(UP) is Did.NOTHING


def test_a_note_has_lines_and_is_gone_along_and_left_by_arrows() -> None:
    note = Note("Notes", rows=3)
    note.take(Typed("one"))
    note.take(ENTER)
    note.take(Typed("two"))
    assert note.value == "one\ntwo"
    drawn(note)
    assert note.take(DOWN) is Did.NOTHING
    assert note.take(UP) is Did.TAKEN
    note.take(Typed("!"))
    assert note.value == "one!\ntwo"
    assert note.take(UP) is Did.NOTHING


def test_a_note_breaks_between_words_and_within_what_is_too_wide() -> None:
    text = "a few words " * 6 + "x" * 200
    lines = broken(text, 20, 200)
    assert "".join(text[start:end] for start, end in lines) == text
    assert lines[0][1] > 8
    assert text[lines[0][1] - 1] == " "


def test_a_list_of_ten_thousand_is_gone_along_by_pages_and_draws_those_in_sight() -> None:
    rows = Rows([Row(str(n), f"P-{n:05}") for n in range(10_000)])
    with reading() as found:
        drawn_rows(rows)
    assert [each.text for each in found][:2] == ["P-00000", "P-00001"]
    assert len(found) < 20
    rows.take(Press(pygame.K_PAGEDOWN))
    assert 5 <= rows.at <= 10
    rows.take(Press(pygame.K_END))
    with reading() as found:
        drawn_rows(rows)
    assert found[-1].text == "P-09999"
    rows.take(Scroll(-3))
    assert rows.at == 9_996


def drawn_rows(rows: Rows) -> pygame.Surface:
    surface = pygame.Surface((640, 400))
    rows.box = pygame.Rect(20, 20, 600, 360)
    rows.draw(surface, SIZES, focused=True)
    return surface


def test_a_row_is_held_by_one_click_and_opened_by_another() -> None:
    rows = Rows([Row("a", "A"), Row("b", "B")])
    drawn_rows(rows)
    at = (100, 20 + SIZES.row_px + 10)
    assert rows.take(Click(at)) is Did.CHANGED
    assert rows.take(Click(at)) is Did.DONE
    assert rows.take(Click((100, 375))) is Did.TAKEN


def test_a_list_that_changes_keeps_hold_of_what_was_held() -> None:
    rows = Rows([Row("a", "A"), Row("b", "B")])
    rows.take(DOWN)
    rows.show([Row("0", "0"), Row("a", "A"), Row("b", "B")], "b")
    assert rows.held == Row("b", "B")
    rows.show([], "b")
    assert rows.held is None
    assert rows.take(ENTER) is Did.TAKEN


def test_the_keys_go_round_in_the_order_of_reading_and_pass_over_what_is_only_read() -> None:
    first, words, second, third = Button("1"), Label("only read"), Button("2"), Toggle("3")
    focus = Focus((first, words, second, third))
    back = Press(pygame.K_TAB, shift=True)
    order = [focus.held]
    for event in (TAB, TAB, TAB, back, UP, DOWN, DOWN):
        focus.take(event)
        order.append(focus.held)
    assert order == [first, second, third, first, third, second, third, third]


def test_the_mouse_goes_straight_to_what_it_presses_and_drags_it_to_the_end() -> None:
    slider = Slider("Rest", 0, 300, 15, 60, lambda value: f"{value:g} s")
    button = Button("Go on")
    focus = Focus((button, slider))
    drawn(slider)
    button.box = pygame.Rect(20, 300, 200, 50)
    did, widget = focus.take(Click(slider._track.center))
    assert (did, widget) == (Did.CHANGED, slider)
    did, widget = focus.take(Drag((slider._track.right, 350)))
    assert widget is slider
    assert slider.value == 300
    assert focus.take(Click((600, 390))) == (Did.NOTHING, None)
    assert focus.held is slider


def test_what_has_the_keys_is_always_in_sight_in_a_long_column() -> None:
    toggles = [Toggle(str(n)) for n in range(30)]
    column = Column([Label("Read first"), *toggles])
    surface = pygame.Surface((640, 400))
    box = pygame.Rect(20, 20, 600, 300)
    for toggle in [*toggles, *reversed(toggles)]:
        column.draw(surface, box, SIZES, toggle)
        assert box.contains(toggle.box)
    # At the first the words over it are in sight as well.
    with reading() as found:
        column.draw(surface, box, SIZES, toggles[0])
    assert found[0].text == "Read first"


def test_what_is_out_of_sight_is_not_pressed() -> None:
    toggles = [Toggle(str(n)) for n in range(30)]
    column = Column(toggles)
    column.draw(pygame.Surface((640, 400)), pygame.Rect(20, 20, 600, 300), SIZES, toggles[0])
    focus = Focus(toggles)
    focus.take(Click((60, 390)))
    assert not any(toggle.value for toggle in toggles)


def test_the_ring_leaves_what_it_surrounds_and_is_light() -> None:
    button = Button("Keep")
    plain = pygame.surfarray.array3d(drawn(button, focused=False))
    ringed = pygame.surfarray.array3d(drawn(button))
    changed = (plain != ringed).any(axis=2)
    inside = button.box.inflate(-2 * round(SIZES.radius), 0)  # its corners are round
    assert not changed[inside.left : inside.right, inside.top : inside.bottom].any()
    assert (ringed[changed] == CALM.ink).all(axis=1).sum() > 500


def test_a_first_text_gives_up_room_before_a_number_beside_it_is_cut() -> None:
    surface = pygame.Surface((440, 200))
    number = "right · 105° ± 5° · 9 s"
    for text in ("0:05", "A movement with quite a long name to be read"):
        for yields in (False, True):
            rows = Rows([Row("a", text, number)], split=0.56, yields=yields)
            rows.box = pygame.Rect(0, 0, 420, 200)
            with reading() as found:
                rows.draw(surface, SIZES, focused=False)
            assert (number in {each.text for each in found}) == yields
            assert text != "0:05" or text in {each.text for each in found}
