"""``unhurried records``: what is kept of practices: listed, shown and looked over."""

import click


@click.group()
def records() -> None:
    """List, show and look over what is kept of practices."""
