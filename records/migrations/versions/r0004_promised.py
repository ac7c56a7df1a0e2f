"""What a clinic signed part by part, which clinics were met, and what was sent told cheaply."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from records.base import Moment

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Take what was promised out of the packs it came in; make what is kept beside it."""
    op.create_table(
        "promised",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.String(140), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "part", name="pk_promised"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_promised_person_id_person", ondelete="CASCADE"
        ),
    )
    _take_out_of_packs()
    with op.batch_alter_table("pack") as table:
        table.drop_column("document")
    op.create_table(
        "clinic_met",
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("public", name="pk_clinic_met"),
    )
    with op.batch_alter_table("exchanged") as table:
        table.add_column(sa.Column("as_kept", sa.LargeBinary()))


def _take_out_of_packs() -> None:
    connection = op.get_bind()
    pack = sa.table(
        "pack",
        sa.column("id", sa.Uuid()),
        sa.column("person_id", sa.Uuid()),
        sa.column("signed_at", Moment()),
        sa.column("document", sa.Text()),
    )
    promised = sa.table(
        "promised",
        sa.column("person_id", sa.Uuid()),
        sa.column("part", sa.Text()),
        sa.column("document", sa.Text()),
    )
    query = sa.select(pack.c.person_id, pack.c.document).where(pack.c.document.is_not(None))
    theirs: dict[Any, list[str]] = {}
    for person, document in connection.execute(query.order_by(pack.c.signed_at, pack.c.id)):
        theirs.setdefault(person, []).append(document)
    for person, documents in theirs.items():
        for part, newest in _newest(map(json.loads, documents)).items():
            document = json.dumps(newest, ensure_ascii=False)
            values = {"person_id": person, "part": part, "document": document}
            connection.execute(promised.insert().values(values))


def _newest(packs: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the newest of each part of packs that come the oldest first."""
    found: dict[str, dict[str, Any]] = {}
    for pack in packs:
        found["profile"] = pack["person"]
        signed = {_range_part(each["range"]): each for each in pack["ranges"]}
        if pack["programme"] is not None:
            signed["programme"] = pack["programme"]
        for part, own in signed.items():
            if part not in found or _newer(own, found[part]):
                found[part] = own
    return found


def _range_part(own: dict[str, Any]) -> str:
    way = "up" if own["ceiling"] > own["high"] else "down"
    return f"range {own['exercise_id']} {own['measure_key']} {way}"


def _newer(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _version(one) > _version(other) or _moment(one) > _moment(other)


def _version(own: dict[str, Any]) -> int:
    return int(own["range"]["version"] if "range" in own else own["version"])


def _moment(own: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(own["signed_at"])
