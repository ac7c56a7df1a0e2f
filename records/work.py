"""Transactions: one to read, one to write, and what the database says put into our own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Transaction

from records.driver import DriverError, named
from records.engine import READING


class Work:
    """Reads and writes the store at `path`, one transaction at a time in each thread."""

    def __init__(self, engine: sa.Engine, path: Path) -> None:
        self.path = path
        self._writing = engine
        self._reading = engine.execution_options(**{READING: True})

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that sees one moment of the store, and waits for nobody.

        Raises
        ------
        StoreError
            Where the store cannot be read.
        """
        with naming(self.path), Transaction(self._reading) as transaction, transaction.begin():
            yield transaction

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction; what is written in it is kept whole at its end, or not at all.

        Raises
        ------
        StoreError
            Where the store cannot be read or written; nothing of it was kept.
        """
        with naming(self.path), Transaction(self._writing) as transaction, transaction.begin():
            yield transaction


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Raise what the driver raises for the store at `path` as a `StoreError`, where it is one."""
    try:
        yield
    except (DBAPIError, DriverError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        meant = None if cause is None else named(cause, path)
        if meant is None:
            raise
        raise meant from error
