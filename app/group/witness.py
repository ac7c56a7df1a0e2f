"""What a group's practice showed, and to whom: to everybody, and to whoever leads."""

from typing import Any

from feedback.group.step import GroupStep, NoticeId, Public
from ui.group.public_words import words_of


class Witness:
    """Takes down, moment by moment, what is public and what only the leader sees.

    Attributes
    ----------
    texts
        Every text of the projected screen, with the second at which it first stood there.
    seats
        Every time that a seat took its other form or its own again, or was lost from sight or
        seen again.
    notices
        Every time that the leader was told something of a place, or no longer.
    """

    def __init__(self, language: str = "en") -> None:
        self.texts: dict[str, float] = {}
        self.seats: list[dict[str, Any]] = []
        self.notices: list[dict[str, Any]] = []
        self._language = language
        self._shown: dict[int, tuple[bool, bool]] = {}
        self._told: dict[int, tuple[NoticeId, ...]] = {}
        self._began_s: float | None = None

    def note(self, step: GroupStep, public: Public, t: float) -> None:
        """Take down one moment."""
        self._began_s = t if self._began_s is None else self._began_s
        at = round(t - self._began_s, 2)
        for text in words_of(public, self._language):
            self.texts.setdefault(text, at)
        for seat in public.seats:
            self._seat(seat.number, (seat.changed, seat.seen), at)
        for place in step.places:
            self._notices(place.number, place.notices, at)

    def _seat(self, number: int, now: tuple[bool, bool], at: float) -> None:
        before = self._shown.get(number, (False, False))
        self._shown[number] = now
        names = (("other-form", "own-form"), ("seen", "unseen"))
        for was, turned, (came, went) in zip(before, now, names, strict=True):
            if was != turned:
                self.seats.append({"t": at, "seat": number, "shows": came if turned else went})

    def _notices(self, number: int, now: tuple[NoticeId, ...], at: float) -> None:
        before = self._told.get(number, ())
        self._told[number] = now
        for notice in now:
            if notice not in before:
                self.notices.append({"t": at, "place": number, "notice": notice, "told": True})
        for notice in before:
            if notice not in now:
                self.notices.append({"t": at, "place": number, "notice": notice, "told": False})

    def public(self) -> dict[str, Any]:
        """Return what was shown publicly, to be written down."""
        return {
            "texts": [{"t": at, "text": text} for text, at in self.texts.items()],
            "seats": self.seats,
        }
