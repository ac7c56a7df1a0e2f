"""No name and no picture leaves the store: every file of a small clinic is looked through."""

import base64
import io
import struct
import zipfile
import zlib
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.log_file import log_files
from feedback.ratings import DiaryEntry
from tests.app.clinic import Clinic
from tests.records.specimens import DAY, NOON, kept_practice
from tools.look_for_names import findings, picture_in

NAMES = ("Zebrafink Ängström", "=cmd|' /C calc'!A0", "../../etc/Quokka", "<b>Numbat</b>")


def png(text: bytes = b"") -> bytes:
    """Return a picture of one dot, with a text beside it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + (chunk(b"tEXt", text) if text else b"")
    return (
        b"\x89PNG\r\n\x1a\n" + parts + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )


def zipped(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return held.getvalue()


def drawn(kind: str, words: str) -> bytes:
    """Return a page that matplotlib draws, with words on it."""
    from matplotlib.figure import Figure

    held = io.BytesIO()
    figure = Figure(figsize=(2, 1))
    figure.text(0.1, 0.5, words, parse_math=False)
    figure.savefig(held, format=kind)
    return held.getvalue()


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("plain.log", b"zebrafink sat"),
        ("wide.txt", "Zebrafink".encode("utf-16-le")),
        ("of-zebrafink.txt", b"nothing"),
        ("twice.zip", zipped("in.zip", zipped("deep.csv", b"a;ZEBRAFINK;b"))),
        ("named.zip", zipped("Zebrafink.csv", b"")),
        ("page.pdf", drawn("pdf", "for Zebrafink")),
        ("meta.png", png(b"Software\0Matplotlib for Zebrafink")),
        ("page.html", b"<img src=data:image/png;base64," + base64.b64encode(
            png(b"Software\0Matplotlib Zebrafink")) + b">"),
    ],
)  # fmt: skip
def test_a_name_is_found_wherever_it_hides(tmp_path: Path, file: str, data: bytes) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / file).write_bytes(data)
    assert [line for line in findings(tmp_path, ["Zebrafink"]) if "name 'Zebrafink'" in line]
    assert list(findings(tmp_path, ["Numbat"])) == []


def test_a_picture_is_found_unless_a_report_drew_it(tmp_path: Path) -> None:
    import cv2

    dots = np.full((9, 9, 3), 90, np.uint8)
    for kind in ("jpg", "png", "webp", "bmp"):
        data = cv2.imencode(f".{kind}", dots)[1].tobytes()
        assert picture_in(data) is not None, kind
        (tmp_path / f"hidden-{kind}.txt").write_bytes(zipped("x", data))
    assert len(list(findings(tmp_path, []))) == 4
    assert list(findings(tmp_path, [], own=["hidden-*"])) == []
    for kind in ("png", "pdf"):
        (tmp_path / f"own.{kind}").write_bytes(drawn(kind, "knee"))
    assert len(list(findings(tmp_path, []))) == 4


def test_of_all_that_a_small_clinic_writes_nothing_tells_a_name_or_holds_a_picture(
    clinic: Clinic,
    tmp_path: Path,
) -> None:
    for number, name in enumerate(NAMES):
        clinic.run("people", "add", f"P-{number}", "--name", name, "--consent", "record")
    with clinic.store() as store:
        for number in range(len(NAMES)):
            began = NOON + timedelta(days=number)
            store.practices.add(f"P-{number}", kept_practice(began_at=began, words="calm"))
            store.diary.add(f"P-{number}", DiaryEntry(day=DAY, tried="a walk"))
            store.audit.add("read", "AB", f"P-{number}", f"of {NAMES[number]}")
        for _ in range(5):
            with pytest.raises(Exception, match="PIN"):
                store.staff.check("AB", "0000")
    clinic.run("store", "backup")
    clinic.run("people", "forget", "P-0", "--yes", "--receipt", str(tmp_path / "receipt.txt"))
    clinic.run("people", "consent", "P-1", "--withdraw", "all")
    assert clinic.place.folder.is_relative_to(tmp_path)
    assert list(findings(tmp_path, NAMES)) == []


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_no_command_tells_a_hostile_name_to_the_log(
    clinic: Clinic,
    wild: str,
) -> None:
    name = f"Quokka {wild} {{}} $(x) %s"
    with clinic.store() as store:
        known = {each.code for each in store.people.list()}
    code = f"P-{len(known)}"
    clinic.run("people", "add", code, "--name", name, "--consent", "record")
    for arguments in (
        ("people", "consent", code, "--give", "pack"),
        ("people", "set", code, "--tempo", "0.9"),
        ("ranges", "show", code),
        ("programme", "show", code),
        ("store", "audit"),
        ("people", "forget", code, "--yes"),
    ):
        ran = clinic.run(*arguments)
        assert "Quokka" not in ran.out + ran.error, arguments
    for path in log_files(clinic.place.folder):
        assert "Quokka" not in path.read_text("utf-8")
