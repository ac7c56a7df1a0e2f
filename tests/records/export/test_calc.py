"""Tables opened in LibreOffice Calc: numbers are numbers, and no word comes alive as a formula."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from records.export.sheets import sheets
from records.export.table import BOM, Column, Table, csv_bytes
from tests.records.export.people import MOVEMENTS, dossier
from tests.records.export.test_tables import HOSTILE

SOFFICE = shutil.which("soffice")
FORMULA = re.compile(r'table:formula="([^"]*)"')


def opened(folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    """Return each file as Calc understood it, in its own flat XML."""
    assert SOFFICE is not None
    for name, data in files.items():
        (folder / f"{name}.csv").write_bytes(data)
    command = [
        SOFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        # Comma, double quote, UTF-8: what the window proposes of itself, by the byte order mark.
        "--infilter=Text - txt - csv (StarCalc):44,34,76,1",
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
        *(str(folder / f"{name}.csv") for name in files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return {name: (folder / f"{name}.fods").read_text(encoding="utf-8") for name in files}


@pytest.mark.endurance
@pytest.mark.skipif(
    SOFFICE is None, reason="soffice is not on this machine; apt install libreoffice-calc"
)
def test_calc_runs_nothing_and_reads_every_number(tmp_path: Path) -> None:
    words = Table(
        (Column("words", ""), Column("number", "", "deg")), [[text, -1.5] for text in HOSTILE]
    )
    files = {sheet.kind: csv_bytes(sheet.table) for sheet in sheets([dossier()], MOVEMENTS)}
    files["hostile"] = csv_bytes(words)
    files["alive"] = BOM + b"words\r\n=1+1\r\n"  # what it would be, were nothing done about it
    found = opened(tmp_path, files)
    assert FORMULA.findall(found.pop("alive")) == ["of:=1+1"]
    assert {name: FORMULA.findall(page) for name, page in found.items() if "formula=" in page} == {}
    assert found["hostile"].count('office:value="-1.5"') == len(HOSTILE)
    assert "HYPERLINK" in found["hostile"]
    assert 'office:value="81"' in found["repetitions"]
    assert "top (unit)" in found["repetitions"]
    assert "שלום" in found["practices"]
