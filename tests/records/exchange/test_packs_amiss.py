"""Packs that are not as they are to be: one clear line each, and nothing changed."""

import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from records.errors import UnknownEntry
from records.exchange import envelope, opening
from records.exchange.contents import Label, PracticeContent
from records.exchange.opening import open_pack
from records.exchange.packing import pack, parse
from records.exchange.signing import new_private, signed, verified
from records.key_errors import WeakPassphrase
from records.pack_errors import (
    NeedsSigner,
    NoClinic,
    NotAPack,
    NotPaired,
    NotTheFingerprint,
    NotThePackPassphrase,
    PackAltered,
    PackCutShort,
    PackFault,
    PackNewer,
    PackNotUnderstood,
    PackOfAnotherClinic,
    PackOfAnotherPerson,
    PackOutOfPlace,
    PackThere,
    PackTooLarge,
)
from records.store import Store
from records.trace_codec import CODEC
from tests.records.exchange.two_stores import (
    AGREED_TO_PACKS,
    CODE,
    DAYS,
    PASSPHRASE,
    Two,
    practised,
    read,
)
from tests.records.specimens import NOON, PIN, person
from tests.records.specimens import signed as a_range

LABEL: dict[str, Any] = {
    "kind": "practice",
    "id": uuid4(),
    "code": CODE,
    "signed_at": NOON,
    "by": "AB",
    "made_with": "unhurried 0.1.0",
    "packed": 1,
    "size": 2,
}


def everything(store: Store) -> list[object]:
    """Return all of a store that a pack could have changed."""
    with store.packs._work.reading() as transaction:
        tables = ("person", "signed_range", "programme", "practice", "trace_chunk", "diary_entry")
        also = ("pairing", "pack", "promised", "clinic_met", "exchanged", "outcome")
        run = transaction.connection().exec_driver_sql
        return [run(f"SELECT * FROM {table}").all() for table in (*tables, *also)]


def refused(store: Store, path: Path, fault: type[Exception], **changes: Any) -> str:
    """Say that a pack is refused in one line, and that it changed nothing; return the line."""
    before = everything(store)
    with pytest.raises(fault) as caught:
        read(store, path, **changes)
    assert everything(store) == before
    line = str(caught.value)
    assert "\n" not in line
    return line


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Return a small whole pack."""
    content = PracticeContent(person=person()).model_dump_json().encode()
    return opening.closed_pack(new_private(), Label(**LABEL), content, b"", PASSPHRASE)[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@example(where=0.0, bit=0)
@example(where=15 / 900, bit=1)
@example(where=0.9999, bit=7)
def test_any_flipped_bit_is_refused(whole: bytes, tmp_path: Path, where: float, bit: int) -> None:
    altered = bytearray(whole)
    altered[int(where * len(whole))] ^= 1 << bit
    path = tmp_path / "a.pack"
    path.write_bytes(altered)
    with pytest.raises(PackFault):
        open_pack(path, PASSPHRASE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_pack_that_is_cut_anywhere_is_refused(whole: bytes, tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.pack"
    path.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises((NotAPack, PackAltered, PackCutShort)):
        open_pack(path, PASSPHRASE)


@pytest.mark.parametrize(
    ("made", "fault", "says"),
    [
        (lambda data: b"", NotAPack, "not a pack"),
        (lambda data: b"PK\x03\x04" + data, NotAPack, "not a pack"),
        (lambda data: data.replace(b"pack 1\n", b"pack 2\n", 1), PackNewer, "its form is 2"),
        (lambda data: data[:-1], PackCutShort, "cut short"),
        (lambda data: data + b"\0", PackAltered, "more in it"),
        (lambda data: data[:60], PackAltered, "ends before"),
        (lambda data: data[:17] + b"{" * 5000, PackAltered, "too long"),
        (lambda data: data[:17] + b"[" * 900 + b"\n", PackAltered, "second line"),
        (lambda data: data.replace(b'"passes":', b'"passes":9999', 1), PackAltered, "passes"),
        (lambda data: data.replace(b'"lanes":', b'"lanes":9', 1), PackAltered, "lanes"),
        (lambda data: re.sub(b'kib":[0-9]+', b'kib":999999', data), PackAltered, "memory"),
    ],
)
def test_what_is_no_pack_or_another_form_is_told_in_a_line(
    whole: bytes, tmp_path: Path, made: Callable[[bytes], bytes], fault: type[Exception], says: str
) -> None:
    path = tmp_path / "a.pack"
    path.write_bytes(made(whole))
    with pytest.raises(fault, match=says):
        open_pack(path, PASSPHRASE)


def test_another_passphrase_opens_nothing_and_one_typed_another_way_does(tmp_path: Path) -> None:
    path = tmp_path / "a.pack"
    path.write_bytes(envelope.enclosed(b"x" * 200, "ein schöner Tag"))
    with pytest.raises(NotThePackPassphrase):
        envelope.disclosed(path, "ein schoner Tag")
    assert envelope.disclosed(path, "ein scho\u0308ner Tag") == b"x" * 200
    with pytest.raises(WeakPassphrase):
        envelope.enclosed(b"x", "short")


def test_a_folder_a_pipe_or_a_huge_file_is_not_read(
    tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pack"
    path.write_bytes(whole)
    monkeypatch.setattr(envelope, "MOST_FILE", 300)
    with pytest.raises(PackTooLarge, match="300 bytes"):
        open_pack(path, PASSPHRASE)
    for other in (tmp_path, Path("/dev/zero")):
        if other.exists():
            with pytest.raises(NotAPack):
                open_pack(other, PASSPHRASE)
    with pytest.raises(FileNotFoundError):
        open_pack(tmp_path / "none.pack", PASSPHRASE)


class Forger:
    """Signs whatever it is given with its own key: what a paired clinic's key could be made to."""

    def __init__(self, folder: Path) -> None:
        self.private, self.folder, self._count = new_private(), folder, 0

    def write(self, document: bytes, blobs: bytes = b"", **label: Any) -> Path:
        made = pack(Label(**{**LABEL, "id": uuid4(), **label}), document, blobs)
        return self.raw(made)

    def raw(self, content: bytes) -> Path:
        self._count += 1
        path = self.folder / f"forged-{self._count}.pack"
        path.write_bytes(envelope.enclosed(signed(self.private, content), PASSPHRASE))
        return path

    def reads(self, store: Store, path: Path, fault: type[Exception]) -> str:
        typed = open_pack(path, PASSPHRASE).fingerprint
        return refused(store, path, fault, typed=typed)


def test_a_bomb_is_never_unpacked_beyond_what_its_label_says(two: Two) -> None:
    forger = Forger(two.folder)
    bomb = zlib.compress(b" " * (16 << 20), 9)
    for size, fault in ((2, PackTooLarge), (8 << 20, PackTooLarge)):
        label = Label(**{**LABEL, "packed": len(bomb), "size": size}).model_dump_json()
        first = label.encode()
        content = len(first).to_bytes(4, "big") + first + bomb
        line = forger.reads(two.home, forger.raw(content), fault)
        assert "larger" in line
    huge = json.dumps({**json.loads(Label(**LABEL).model_dump_json()), "size": 1 << 40}).encode()
    path = forger.raw(len(huge).to_bytes(4, "big") + huge + bomb)
    with pytest.raises(PackNotUnderstood, match="size"):
        open_pack(path, PASSPHRASE)


def test_a_label_that_does_not_fit_what_follows_is_refused(two: Two) -> None:
    forger = Forger(two.folder)
    for content in (b"", b"\xff\xff\xff\xff", b"\0\0\0\2{}", b"\0\0\0\x09{}"):
        with pytest.raises(PackNotUnderstood):
            open_pack(forger.raw(content), PASSPHRASE)
    whole = pack(Label(**LABEL), b"{}")
    with pytest.raises(PackNotUnderstood, match="less than its label"):
        open_pack(forger.raw(whole[:-3]), PASSPHRASE)


@pytest.mark.parametrize(
    "code", ["../../etc/passwd", "..", "C:\\x", "P-0147\n", "a/b", "P" * 30, "'; DROP TABLE person"]
)
def test_a_code_that_is_a_path_or_worse_is_refused_and_nothing_appears(two: Two, code: str) -> None:
    forger = Forger(two.folder)
    first = json.loads(Label(**LABEL).model_dump_json())
    label = json.dumps({**first, "code": code, "packed": 10}).encode()
    path = forger.raw(len(label).to_bytes(4, "big") + label + zlib.compress(b"{}"))
    before = sorted(two.folder.rglob("*"))
    with pytest.raises(PackNotUnderstood, match="code"):
        open_pack(path, PASSPHRASE)
    assert sorted(two.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ranges": [{}]}, "ranges"),
        ({"unknown": 1}, "unknown"),
        ({"words": "x" * 5000}, "words"),
        ({"words": "\x1b[2J"}, "words"),
        ({"language": "../en"}, "language"),
        ({"person": {"code": CODE, "display_name": "Änne"}}, "name"),
        ({"person": {"code": "P-0200"}}, "another person"),
        ({"person": {"code": CODE, "tempo": float("nan")}}, "tempo"),
    ],
)
def test_a_signed_document_that_is_amiss_is_refused_whole(
    two: Two, change: dict[str, Any], says: str
) -> None:
    forger = Forger(two.folder)
    plain = json.loads(PracticeContent(person=person()).model_dump_json())
    line = forger.reads(
        two.home, forger.write(json.dumps({**plain, **change}).encode()), PackNotUnderstood
    )
    assert says in line


def test_ranges_that_are_none_or_of_another_person_are_refused(two: Two) -> None:
    forger = Forger(two.folder)
    own = {"range": json.loads(a_range().model_dump_json()), "signed_at": NOON.isoformat()}
    plain = json.loads(PracticeContent(person=person()).model_dump_json())
    for change in (
        {"ceiling": 60.0},
        {"ceiling": float("inf")},
        {"high": float("nan")},
        {"person": "P-0200"},
        {"measure_key": "no-such-measure"},
        {"override_reason": "short"},
    ):
        bad = {**own, "range": {**own["range"], **change}}
        document = json.dumps({**plain, "ranges": [bad]}).encode()
        forger.reads(two.home, forger.write(document), PackNotUnderstood)
    twice = json.dumps({**plain, "ranges": [own, own]}).encode()
    assert "twice" in forger.reads(two.home, forger.write(twice), PackNotUnderstood)
    more = forger.write(json.dumps(plain).encode(), b"and more")
    assert "more in it" in forger.reads(two.home, more, PackNotUnderstood)


@pytest.mark.parametrize("named", ["\x1b[2J", "a line\nand another", "A" * 4000])
def test_a_part_that_is_called_oddly_goes_unnamed(tmp_path: Path, named: str) -> None:
    with pytest.raises(PackNotUnderstood) as caught:
        parse(tmp_path, Label, json.dumps({**plain_label(), named: 1}), "its label")
    assert named not in str(caught.value)
    path = tmp_path / "a.pack"
    first, second, rest = envelope.enclosed(b"inside", PASSPHRASE).split(b"\n", 2)
    header = json.dumps({**json.loads(second), named: 1}).encode()
    path.write_bytes(b"\n".join((first, header, rest)))
    with pytest.raises(PackAltered) as altered:
        envelope.refuse_no_pack(path)
    assert named not in str(altered.value)


def plain_label() -> dict[str, Any]:
    return dict(json.loads(Label(**LABEL).model_dump_json(exclude_none=True)))


def test_nesting_without_end_is_refused(two: Two) -> None:
    forger = Forger(two.folder)
    deep = b'{"person":' + b"[" * 100_000
    forger.reads(two.home, forger.write(deep), PackNotUnderstood)


def test_the_first_pack_needs_the_fingerprint_on_the_paper(two: Two) -> None:
    written = two.write()
    assert "--fingerprint" in refused(two.home, written.path, NotPaired)
    for typed in ("", "7K2M", two.home.packs.fingerprint(), written.fingerprint[:-1]):
        refused(two.home, written.path, NotTheFingerprint, typed=typed)
    assert read(two.home, written.path, typed=written.fingerprint.replace("0", "o")).paired


def test_where_staff_sign_one_of_them_says_that_this_becomes_a_home(
    two: Two, another_clinic: Store
) -> None:
    written = two.write()
    another_clinic.forgetting.forget(CODE)
    refused(another_clinic, written.path, NeedsSigner, typed=written.fingerprint)
    taken = read(another_clinic, written.path, typed=written.fingerprint, initials="AB", pin=PIN)
    assert taken.paired


def test_packs_of_another_clinic_or_for_another_are_refused(
    two: Two, another_clinic: Store
) -> None:
    two.paired()
    theirs = two.path()
    other = another_clinic.packs.write_practice(CODE, theirs, PASSPHRASE, "AB", PIN, now=NOON)
    line = refused(two.home, theirs, PackOfAnotherClinic, typed=other.fingerprint)
    assert "another clinic" in line
    practised(two.home, NOON)
    back = two.write_back()
    refused(another_clinic, back.path, PackOfAnotherClinic, typed=back.fingerprint)


def test_packs_of_another_person_are_refused(two: Two) -> None:
    two.paired()
    two.clinic.people.add(person("P-0200", consent=AGREED_TO_PACKS))
    theirs = two.path()
    written = two.clinic.packs.write_practice("P-0200", theirs, PASSPHRASE, "AB", PIN)
    refused(two.home, theirs, PackOfAnotherPerson, typed=written.fingerprint)
    practised(two.home, NOON)
    back = two.write_back()
    two.clinic.forgetting.forget(CODE)
    refused(two.clinic, back.path, UnknownEntry, typed=back.fingerprint)


def test_packs_are_read_where_they_are_for(two: Two, another_clinic: Store) -> None:
    written = two.paired()
    assert "itself" in refused(two.clinic, written.path, PackOutOfPlace)
    practised(two.home, NOON)
    back = two.write_back()
    assert "itself" in refused(two.home, back.path, PackOutOfPlace)
    # A clinic that wrote packs for somebody is not their home.
    theirs = two.path()
    other = another_clinic.packs.write_practice(CODE, theirs, PASSPHRASE, "AB", PIN)
    assert "at home" in refused(two.clinic, theirs, PackOutOfPlace, typed=other.fingerprint)
    two.home.staff.add(two.clinic.staff.get("AB"), PIN)
    with pytest.raises(PackOutOfPlace, match="this is the home"):
        two.home.packs.write_practice(CODE, two.path(), PASSPHRASE, "AB", PIN)
    with pytest.raises(NoClinic):
        two.clinic.packs.write_return(CODE, two.path(), PASSPHRASE)


def test_a_return_with_items_of_somebody_else_or_altered_traces_is_refused(two: Two) -> None:
    two.paired()
    practised(two.home, NOON)
    two.clinic.people.add(person("P-0200", consent=AGREED_TO_PACKS))
    back = two.write_back()
    read(two.clinic, back.path, typed=back.fingerprint)
    opened = open_pack(back.path, PASSPHRASE)
    blobs = bytes(opened.unpacked.blobs)
    forger = Forger(two.folder)
    to = opened.label.to
    label = {"kind": "return", "by": None, "to": to}
    document = opened.document()
    stolen = forger.write(document, blobs, code="P-0200", **label)
    assert "another person" in forger.reads(two.clinic, stolen, PackNotUnderstood)
    flipped = bytes([blobs[0] ^ 1]) + blobs[1:]
    altered = forger.write(document, flipped, **label)
    assert "chunk 0" in forger.reads(two.clinic, altered, PackNotUnderstood)
    short = forger.write(document, blobs[:-1], **label)
    assert "traces" in forger.reads(two.clinic, short, PackNotUnderstood)
    for broken in (b'"codec":7', b'"codec":0'):
        newer = forger.write(document.replace(b'"codec":%d' % CODEC, broken), blobs, **label)
        assert "chunk 0" in forger.reads(two.clinic, newer, PackNotUnderstood)
    nonsense = document.replace(b'\\"made_with\\"', b'\\"made_where\\"')
    forger.reads(two.clinic, forger.write(nonsense, blobs, **label), PackNotUnderstood)


def test_nothing_is_written_over_and_a_full_disk_marks_nothing_as_sent(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.paired()
    practised(two.home, NOON)
    there = two.path()
    there.write_text("a letter")
    with pytest.raises(PackThere):
        two.home.packs.write_return(CODE, there, PASSPHRASE)
    with pytest.raises(PackThere):
        two.clinic.packs.write_practice(CODE, there, PASSPHRASE, "AB", PIN)
    assert there.read_text() == "a letter"
    before = everything(two.home)
    missing = two.folder / "no-folder" / "a.pack"
    with pytest.raises(OSError, match="No such file"):
        two.home.packs.write_return(CODE, missing, PASSPHRASE)
    assert everything(two.home) == before
    assert two.write_back().practices == 1


def test_what_has_no_room_goes_into_the_next_pack(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.paired()
    for day in range(3):
        practised(two.home, NOON + day * DAYS)
    monkeypatch.setattr("records.exchange.gathering.FULL_BLOBS", 10)
    found, told = [], list[tuple[int, int]]()
    for number in range(3):
        back = two.write_back(
            now=NOON + (number + 5) * DAYS, told=lambda done, of: told.append((done, of))
        )
        assert all(0 <= done <= of == 3 for done, of in told)
        found.append((back.practices, back.more))
        told.clear()
        came = read(
            two.clinic,
            back.path,
            typed=back.fingerprint,
            told=lambda done, of: told.append((done, of)),
        )
        assert told == [(1, 1)]
        told.clear()
        assert (came.more, came.missed) == (back.more, False)
    assert found == [(1, True), (1, True), (1, False)]
    assert len(two.clinic.practices.list(CODE)) == 3


def test_nothing_in_plain_tells_whose_a_pack_is(two: Two) -> None:
    written = two.write(words="for Änne")
    data = written.path.read_bytes()
    first, second, _ = data.split(b"\n", 2)
    header = json.loads(second)
    assert (first, sorted(header)) == (b"unhurried pack 1", ["key", "length", "nonce"])
    # Longer than what base 64 of random bytes comes to by chance.
    for told in (CODE, "practice", "Änne", written.fingerprint[:9]):
        assert told.encode() not in data


def test_a_signature_is_for_this_alone_and_for_its_own_key() -> None:
    private = new_private()
    whole = signed(private, b"content")
    found = verified(whole)
    assert found is not None
    assert bytes(found[1]) == b"content"
    other = signed(new_private(), b"content")
    assert verified(other[:32] + whole[32:]) is None
    assert verified(b"short") is None
    elsewhere = Ed25519PrivateKey.from_private_bytes(private).sign(b"content")
    assert verified(whole[:32] + elsewhere + b"content") is None
