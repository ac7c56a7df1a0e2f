"""A clinic for what the documents promise."""

from tests.app.conftest import clinic, made_first

__all__ = ["clinic", "made_first"]
