"""The first form of the store."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from records.base import Moment

revision = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(24), nullable=False),
        sa.Column("folded_code", sa.String(24), nullable=False),
        sa.Column("display_name", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("added_at", Moment(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("folded_code", name="uq_person_folded_code"),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("initials", sa.String(60), nullable=False),
        sa.Column("folded_initials", sa.String(60), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("pin", sa.Text(), nullable=False),
        sa.Column("faulty_pins", sa.Integer(), nullable=False),
        sa.Column("paused_until", Moment()),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("folded_initials", name="uq_staff_folded_initials"),
    )
    op.create_table(
        "room",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room"),
        sa.UniqueConstraint("folded_name", name="uq_room_folded_name"),
    )
    _make_ranges_and_programmes()
    _make_what_happened()
    _let_versions_only_be_added("signed_range")
    _let_versions_only_be_added("programme")


def _make_ranges_and_programmes() -> None:
    op.create_table(
        "signed_range",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("exercise_id", sa.String(60), nullable=False),
        sa.Column("measure_key", sa.String(60), nullable=False),
        sa.Column("rising", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.String(60), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signed_range"),
        _of_person("signed_range"),
        sa.UniqueConstraint(
            "person_id",
            "exercise_id",
            "measure_key",
            "rising",
            "version",
            name="uq_signed_range_person_id_exercise_id_measure_key_rising_version",
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_signed_range_version")),
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.String(60), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programme"),
        _of_person("programme"),
        sa.UniqueConstraint("person_id", "version", name="uq_programme_person_id_version"),
        sa.CheckConstraint("version >= 1", name=op.f("ck_programme_version")),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("programme_version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("proposed_at", Moment(), nullable=False),
        sa.Column("decided_by", sa.String(60)),
        sa.Column("decided_at", Moment()),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        _of_person("proposal"),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined', 'superseded')",
            name=op.f("ck_proposal_state"),
        ),
        sa.CheckConstraint(
            "(state = 'open') = (decided_by IS NULL)", name=op.f("ck_proposal_decided")
        ),
    )
    op.create_index("ix_proposal_person_id_state", "proposal", ["person_id", "state"])


def _make_what_happened() -> None:
    op.create_table(
        "practice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("began_at", Moment(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_practice"),
        _of_person("practice"),
    )
    op.create_index("ix_practice_person_id_began_at", "practice", ["person_id", "began_at"])
    op.create_table(
        "diary_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_diary_entry"),
        _of_person("diary_entry"),
    )
    op.create_index("ix_diary_entry_person_id_day", "diary_entry", ["person_id", "day"])


def _of_person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_id"], ["person.id"], name=f"fk_{table}_person_id_person", ondelete="CASCADE"
    )


def _let_versions_only_be_added(table: str) -> None:
    """Let the database itself refuse to change a version. A person can still be erased."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        f"CREATE TRIGGER {table}_is_only_added BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: versions are only added'); END"
    )
