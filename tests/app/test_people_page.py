"""Every command that the page about people shows is one that there is."""

import shlex
from pathlib import Path

import click
import pytest

from app.main import cli

PAGE = Path(__file__).parents[2] / "docs" / "people.md"
SHOWN = [
    line.removeprefix("unhurried ")
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("unhurried ")
]


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_that_is_shown_takes_what_is_shown(line: str) -> None:
    words = shlex.split(line)
    context = click.Context(cli)
    command: click.Command | None = cli
    while isinstance(command, click.Group):
        command = command.get_command(context, words.pop(0))
    assert command is not None
    # Parsed as it would be, up to where a window or the store would be opened.
    with command.make_context(command.name, words) as parsed:
        assert parsed.command is command


def test_the_page_shows_every_command_over_people() -> None:
    begun = {" ".join(line.split()[:2]) for line in SHOWN}
    for group in ("people", "ranges", "programme"):
        command = cli.get_command(click.Context(cli), group)
        assert isinstance(command, click.Group)
        assert {f"{group} {name}" for name in command.commands} <= begun
