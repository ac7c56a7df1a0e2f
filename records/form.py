"""Which form a store says it has."""

from typing import Any


def form_of(connection: Any) -> str | None:
    """Return the form, as `records.migrations.revisions` names them; `None` where it says none.

    Parameters
    ----------
    connection
        An open one of the driver's; what it raises is raised.
    """
    tables = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(tables).fetchone() is None:
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if found is None else str(found[0])
