"""The cards: few sentences, kind, each with its source, and all that are written are shown."""

import re

import pytest

from tests.words.catalogues import texts
from ui.home.card import CARDS
from words.tr import tr
from words.wording import forbidden_in

# Where text ends a sentence.
ENDS = re.compile(r"[.?](?:\s|$)")


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_short_and_kind_and_names_its_source(card: str) -> None:
    said, source = tr(f"card.{card}"), tr(f"card.{card}-source")
    assert 2 <= len(ENDS.findall(said)) <= 4
    assert len(said) <= 260
    assert len(tr(f"card.{card}-title")) <= 40
    assert re.search(r"\b(19|20)\d\d\b", source)
    assert forbidden_in(said) == ()
    assert "!" not in said


def test_all_cards_that_are_written_are_shown_once() -> None:
    written = {key for key, _ in texts("en") if key.startswith("card.")}
    shown = {f"card.{card}{more}" for card in CARDS for more in ("", "-title", "-source")}
    assert written == shown
    assert len(set(CARDS)) == len(CARDS) >= 8
