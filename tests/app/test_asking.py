"""Asking for secrets from a pipe."""

import io
import sys

import click
import pytest

from app.asking import Asking


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_bytes_that_are_no_text_are_said_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, errors: str
) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(b"a quiet\xffmorning\n"), encoding="utf-8", errors=errors)
    monkeypatch.setattr(sys, "stdin", pipe)
    with pytest.raises(click.ClickException) as said:
        Asking(from_pipe=True).secret("Passphrase of the store")
    assert said.value.message.startswith("Passphrase of the store: what is on standard input is no")
    assert "quiet" not in said.value.message
