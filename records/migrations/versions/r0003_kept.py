"""What is measured moment by moment, outcomes, signatures, the audit, packs, and research sets."""

import hashlib
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from records.base import Moment

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Let practices be written while they run, and make what is kept beside them."""
    _let_practices_run()
    op.create_table(
        "trace_chunk",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("codec", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", "number", name="pk_trace_chunk"),
        _of("trace_chunk", "practice"),
        sa.CheckConstraint("number >= 0", name=op.f("ck_trace_chunk_number")),
    )
    _make_outcomes()
    _make_audit()
    _make_exchange()
    _make_study()
    for table in ("trace_chunk", "observation", "review", "audit"):
        _let_rows_only_be_added(table)
    _let_no_row_go("audit")


def _let_practices_run() -> None:
    with op.batch_alter_table("practice") as table:
        table.add_column(sa.Column("state", sa.String(12), server_default="ended", nullable=False))
        table.add_column(sa.Column("changed_at", Moment()))
        table.add_column(sa.Column("digest", sa.String(64)))
        table.add_column(sa.Column("angles_removed_on", sa.Date()))
    connection = op.get_bind()
    practice = sa.table(
        "practice",
        sa.column("id", sa.Uuid()),
        sa.column("began_at", Moment()),
        sa.column("changed_at", Moment()),
        sa.column("document", sa.Text()),
        sa.column("digest", sa.String()),
    )
    rows = connection.execute(sa.select(practice.c.id, practice.c.began_at, practice.c.document))
    for id_, began_at, document in rows.all():
        connection.execute(
            practice.update()
            .where(practice.c.id == id_)
            .values(changed_at=began_at, digest=hashlib.sha256(document.encode()).hexdigest())
        )
    with op.batch_alter_table("practice") as table:
        table.alter_column("state", server_default=None)
        table.alter_column("changed_at", nullable=False)
        table.alter_column("digest", nullable=False)
        table.create_check_constraint(
            op.f("ck_practice_state"), "state IN ('running', 'ended', 'interrupted')"
        )


def _make_outcomes() -> None:
    op.create_table(
        "outcome",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outcome"),
        _of("outcome", "person"),
    )
    op.create_index("ix_outcome_person_id_day", "outcome", ["person_id", "day"])
    op.create_table(
        "observation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.String(60), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
        _of("observation", "person"),
    )
    op.create_index("ix_observation_person_id_day", "observation", ["person_id", "day"])
    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("record_digest", sa.String(64), nullable=False),
        sa.Column("signed_by", sa.String(60), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        _of("review", "practice"),
    )
    op.create_index("ix_review_practice_id", "review", ["practice_id"])


def _make_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("by", sa.String(60)),
        sa.Column("subject", sa.LargeBinary()),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_one")),
    )
    op.create_table(
        "audit_key",
        sa.Column("folded_code", sa.String(24), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("folded_code", name="pk_audit_key"),
        sa.ForeignKeyConstraint(
            ["folded_code"],
            ["person.folded_code"],
            name="fk_audit_key_folded_code_person",
            ondelete="CASCADE",
        ),
    )


def _make_exchange() -> None:
    op.create_table(
        "signing_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("private", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signing_key"),
    )
    op.create_table(
        "pairing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("paired_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pairing"),
        _of("pairing", "person"),
        sa.UniqueConstraint("person_id", "public", name="uq_pairing_person_id_public"),
        sa.CheckConstraint("role IN ('clinic', 'home')", name=op.f("ck_pairing_role")),
    )
    op.create_table(
        "pack",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("pack_id", sa.String(40), nullable=False),
        sa.Column("direction", sa.String(10), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("taken_at", Moment(), nullable=False),
        sa.Column("document", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_pack"),
        _of("pack", "person"),
        sa.UniqueConstraint(
            "person_id", "pack_id", "direction", name="uq_pack_person_id_pack_id_direction"
        ),
    )
    op.create_table(
        "exchanged",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "item_id", name="pk_exchanged"),
        _of("exchanged", "person"),
    )


def _make_study() -> None:
    op.create_table(
        "study",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("set_name", sa.String(40), nullable=False),
        sa.Column("study_id", sa.String(24), nullable=False),
        sa.Column("days_back", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_study"),
        _of("study", "person"),
        sa.UniqueConstraint("person_id", "set_name", name="uq_study_person_id_set_name"),
        sa.UniqueConstraint("set_name", "study_id", name="uq_study_set_name_study_id"),
        sa.CheckConstraint("days_back >= 1", name=op.f("ck_study_days_back")),
    )


def _of(table: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{parent}_id"],
        [f"{parent}.id"],
        name=f"fk_{table}_{parent}_id_{parent}",
        ondelete="CASCADE",
    )


def _let_rows_only_be_added(table: str) -> None:
    """Let the database itself refuse to change a row. A person can still be erased."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        f"CREATE TRIGGER {table}_is_only_added BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: rows are only added'); END"
    )


def _let_no_row_go(table: str) -> None:
    """Let the database itself refuse to erase a row."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        f"CREATE TRIGGER {table}_is_never_erased BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: rows are never erased'); END"
    )
