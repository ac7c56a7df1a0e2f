"""Bringing a store up to date: a backup first, then all steps or none; a newer store is refused."""

import shutil
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from records import (
    audit_tables,
    driver,
    keys,
    migrating,
    outcome_tables,
    pack_tables,
    research_table,
    trace_table,
)
from records.base import Base, Moment
from records.engine import make_engine
from records.errors import NotAStore, StoreDamaged, StoreNewer
from records.exchange.contents import PackedProgramme, PackedRange, PracticeContent
from records.exchange.promised import promised
from records.migrations.revisions import HEAD, KNOWN
from records.people import person_id
from records.place import Place
from records.store import open_store
from records.tables import PersonRow
from records.verifying import verify
from tests.records.specimens import NOON, kept_practice, person, programme, signed

TABLES = (
    trace_table.ChunkRow,
    outcome_tables.OutcomeRow,
    audit_tables.AuditRow,
    pack_tables.PackRow,
    research_table.StudyRow,
)
STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "next", "{head}", None, None
def upgrade():
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("shoe_size", sa.Integer(), server_default="0", nullable=False))
        table.create_check_constraint("ck_person_shoe_size", "shoe_size >= 0")
    {then}
"""


def key_of(place: Place) -> bytes:
    return keys.find_key(place.key_file)


def steps_with(tmp_path: Path, then: str) -> Path:
    """Return the real steps and one more."""
    steps = tmp_path / "steps"
    shutil.copytree(migrating.STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "r9999_more.py").write_text(STEP.format(head=HEAD, then=then))
    return steps


def steps_until(form: str, tmp_path: Path) -> Path:
    """Return the real steps without those after `form`."""
    steps = tmp_path / f"until-{form}"
    shutil.copytree(migrating.STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (steps / "versions").glob("r*.py"):
        if step.name[1:5] > form:
            step.unlink()
    return steps


def take_back(newest: Path, key: bytes, old: Path, steps: Path) -> None:
    """Make a store of an earlier form at `old`, with those rows of `newest` that fit in it."""
    old.touch()
    migrating.run_steps(old, key, steps)
    connection = driver.connect(old, key, foreign_keys=False)
    connection.execute(f"ATTACH '{newest}' AS newest KEY \"x'{key.hex()}'\"")
    for table in ("person", "practice"):
        fields = ",".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
        connection.execute(
            f"INSERT INTO main.{table} ({fields}) SELECT {fields} FROM newest.{table}"
        )
    connection.close()


def columns(place: Place) -> set[str]:
    engine = make_engine(place.store, key_of(place))
    found = {column["name"] for column in sa.inspect(engine).get_columns("person")}
    engine.dispose()
    return found


def test_the_steps_make_the_tables_that_the_program_reads(place: Place) -> None:
    engine = make_engine(place.store, key_of(place))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        for read_in in (PersonRow, *TABLES):
            assert read_in.metadata is Base.metadata
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_every_constraint_has_a_name() -> None:
    for table in Base.metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name


def test_the_known_forms_are_the_steps_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating.STEPS))
    config.set_main_option("path_separator", "os")
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == KNOWN
    assert KNOWN[-1] == HEAD


def test_versions_are_still_only_added_in_the_newest_form(place: Place) -> None:
    connection = driver.connect(place.store, key_of(place))
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert {"signed_range_is_only_added", "programme_is_only_added"} <= names


def test_an_older_store_is_backed_up_and_brought_up_to_date(place: Place, tmp_path: Path) -> None:
    with open_store(place) as store:
        store.people.add(person("P-1"))
    key = key_of(place)
    steps = steps_with(tmp_path, "pass")
    with (
        patch.object(migrating, "HEAD", "next"),
        patch.object(migrating, "KNOWN", (*KNOWN, "next")),
        patch.object(migrating, "STEPS", steps),
    ):
        backup = migrating.bring_up_to_date(place.store, key, place.backups)
        assert backup is not None
        assert migrating.bring_up_to_date(place.store, key, place.backups) is None
    assert "shoe_size" in columns(place)
    assert backup.parent == place.backups
    found = verify(backup, key)
    assert (found.form, found.counts["people"], found.faults) == (HEAD, 1, ())


@pytest.mark.parametrize("form", KNOWN[:-1])
def test_a_store_of_every_earlier_form_is_brought_up_to_date_with_what_it_holds(
    place: Place, tmp_path: Path, form: str
) -> None:
    with open_store(place) as store:
        store.people.add(person("P-1"))
        store.practices.add("P-1", kept_practice())
        (before,) = store.practices.list("P-1")
    key, old = key_of(place), tmp_path / "old.db"
    take_back(place.store, key, old, steps_until(form, tmp_path))
    old.replace(place.store)
    with open_store(place) as store:
        assert store.migrated_from is not None
        assert store.groups.list() == []
        (after,) = store.practices.list("P-1")
        assert after.model_dump_json() == before.model_dump_json()
    found = verify(place.store, key)
    assert (found.form, found.faults) == (HEAD, ())
    assert verify(store.migrated_from, key).form == form


def test_what_a_clinic_signed_in_packs_of_the_third_form_holds_on(
    place: Place, tmp_path: Path
) -> None:
    key, old = key_of(place), tmp_path / "old.db"
    with open_store(place) as store:
        store.people.add(person())
    take_back(place.store, key, old, steps_until("0003", tmp_path))
    nearer = PackedRange(range=signed(version=2, high=75.0, ceiling=90.0), signed_at=NOON)
    farther = PackedRange(range=signed(ceiling=95.0), signed_at=NOON)
    asked = PackedProgramme(programme=programme(), version=1, signed_by="AB", signed_at=NOON)
    first = PracticeContent(person=person(), ranges=(nearer,), programme=asked)
    second = PracticeContent(person=person(flags=("dizziness",)), ranges=(farther,))
    connection = driver.connect(old, key)
    for number, content in enumerate((second, first)):  # not in the order they were signed in
        connection.execute(
            "INSERT INTO pack SELECT ?, id, ?, 'read', 'practice', ?, x'00', ?, ? FROM person",
            (
                *(f"{number:032x}", str(number)),
                *(f"2026-03-0{3 - number} 12:00:00.000000", "2026-03-03 12:00:00.000000"),
                content.model_dump_json(),
            ),
        )
    connection.close()
    old.replace(place.store)
    with open_store(place) as store, store.packs._work.reading() as transaction:
        held = promised(transaction, person_id(transaction, person().code), place.store)
    assert held is not None
    assert held.person.flags == ("dizziness",)
    assert held.ranges == {nearer.key: nearer}
    assert held.programme == asked


@pytest.mark.parametrize(
    ("then", "raised"),
    [
        ("raise RuntimeError('the power went')", RuntimeError),
        (
            'op.execute("INSERT INTO diary_entry VALUES '
            "('a', 'nobody', '2026-01-01', '{{}}', 1, '2026-01-01')\")",
            StoreDamaged,
        ),
    ],
    ids=["a step that stops", "a step that leaves something pointing nowhere"],
)
def test_a_step_that_does_not_end_well_changes_nothing(
    place: Place, tmp_path: Path, then: str, raised: type[Exception]
) -> None:
    with open_store(place) as store:
        store.people.add(person("P-1"))
    steps = steps_with(tmp_path, then.replace("{{", "{").replace("}}", "}"))
    with pytest.raises(raised):
        migrating.run_steps(place.store, key_of(place), steps)
    assert "shoe_size" not in columns(place)
    assert verify(place.store, key_of(place)).faults == ()
    with open_store(place) as store:
        assert store.people.count() == 1


def set_form(place: Place, form: str) -> None:
    connection = driver.connect(place.store, key_of(place))
    connection.execute("UPDATE alembic_version SET version_num = ?", (form,))
    connection.close()


def test_a_newer_store_is_refused_and_left_as_it_is(place: Place) -> None:
    set_form(place, "0999")
    before = place.store.read_bytes()
    with pytest.raises(StoreNewer, match="0999"):
        open_store(place)
    assert place.store.read_bytes() == before
    assert not place.backups.exists()


def test_a_store_of_something_else_is_refused(place: Place) -> None:
    connection = driver.connect(place.store, key_of(place))
    connection.execute("DROP TABLE alembic_version")
    connection.close()
    with pytest.raises(NotAStore):
        open_store(place)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        Moment().process_bind_param(datetime(2026, 1, 1), sa.engine.default.DefaultDialect())
