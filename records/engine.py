"""The engine over the store: a pool of connections, and how each transaction begins."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool

from records import driver

READING = "unhurried_reading"
"""The execution option of a connection that only reads; such a one never waits for a writer."""


def make_engine(path: Path, key: bytes, *, foreign_keys: bool = True) -> sa.Engine:
    """Return an engine over the store at `path`; nothing is opened yet.

    A transaction that may write takes the right to write when it begins (``BEGIN IMMEDIATE``), so
    two of them never find out at the end that they were in each other's way.
    """

    def creator() -> Any:
        return driver.connect(path, key, foreign_keys=foreign_keys)

    # With a creator of its own the pool has to be named: SQLAlchemy's usual one for SQLite hands
    # connections from thread to thread in a way that crashed the interpreter.
    engine = sa.create_engine(
        "sqlite://", module=driver.MODULE, creator=creator, poolclass=QueuePool, pool_size=4
    )

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        reading = connection.get_execution_options().get(READING, False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
