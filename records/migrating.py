"""Bringing a store to the form this program writes: a backup first, then all steps or none."""

from datetime import UTC, datetime
from pathlib import Path

from records import driver
from records.atomic_file import free_name, make_folder
from records.copying import copy_whole
from records.engine import make_engine
from records.errors import NotAStore, StoreDamaged, StoreNewer
from records.form import form_of
from records.migrations.revisions import HEAD, KNOWN
from records.work import naming

STEPS = Path(__file__).parent / "migrations"


def revision_of(path: Path, key: bytes) -> str | None:
    """Return the form the store at `path` says it has; `None` where it says none.

    Raises
    ------
    StoreError
        Where it cannot be read.
    """
    with naming(path):
        connection = driver.connect(path, key)
        try:
            return form_of(connection)
        finally:
            connection.close()


def bring_up_to_date(path: Path, key: bytes, backups: Path) -> Path | None:
    """Bring the store at `path` to the newest form; called with the store's lock held.

    Returns
    -------
    Path or None
        The backup that was made before; `None` where nothing was to do.

    Raises
    ------
    StoreNewer
        Where a newer program wrote it; nothing is changed.
    StoreError
        Where it cannot be read or written; it has its old form still.
    """
    found = revision_of(path, key)
    if found == HEAD:
        return None
    if found is None:
        raise NotAStore(path)
    if found not in KNOWN:
        raise StoreNewer(path, found)
    make_folder(backups)
    backup = free_name(backups / f"before-{HEAD}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db")
    copy_whole(path, key, backup)
    run_steps(path, key)
    return backup


def run_steps(path: Path, key: bytes, steps: Path | None = None) -> None:
    """Run what is missing of `steps` on the store at `path`, in one transaction.

    Foreign keys are off meanwhile, since a table that is built anew is away for a moment; before
    anything is kept, every one of them is looked up.

    Raises
    ------
    StoreDamaged
        Where a step left something that points nowhere; nothing of it is kept.
    StoreError
        Where the store cannot be read or written.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps or STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = make_engine(path, key, foreign_keys=False)
    try:
        with naming(path), engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            astray = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if astray:
                raise StoreDamaged(path, f"after a step {len(astray)} rows point nowhere")
    finally:
        engine.dispose()
