"""That groups practised, without anybody's name or code."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from records.base import Moment

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make the table of groups."""
    op.create_table(
        "group_practice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("began_at", Moment(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_practice"),
    )
    op.create_index("ix_group_practice_began_at", "group_practice", ["began_at"])
