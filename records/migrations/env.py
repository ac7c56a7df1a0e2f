"""Run by Alembic: brings the one connection it is given to the newest form, in one transaction."""

from alembic import context

from records.base import Base

connection = context.config.attributes["connection"]
# Batch: SQLite changes a table by building it anew.
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
