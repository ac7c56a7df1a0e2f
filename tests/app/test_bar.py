"""A bar follows a long work where somebody looks, and nowhere else."""

import io
import sys

import pytest

from app.bar import following


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_leaves_nothing_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Rich draws a bar where it knows the terminal, whatever the tests are run in.
    monkeypatch.setenv("TERM", "xterm")
    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with following("P-[b]0147", "practices") as told:
            told(2, 5)
        assert ("2 of 5 practices" in stream.getvalue()) is drawn
        assert ("P-[b]0147" in stream.getvalue()) is drawn
