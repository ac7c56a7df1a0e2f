"""Which forms of the store this program knows, told without reading the steps themselves."""

KNOWN = ("0001", "0002", "0003", "0004")
"""Oldest first. A store that says another was written by a newer program."""
HEAD = KNOWN[-1]
"""The form this program writes."""
