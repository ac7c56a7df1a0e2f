"""Look in every file of a folder for the names of people, and for pictures.

    python tools/look_for_names.py FOLDER [--own GLOB] ...

The names are those that the store of this machine knows (``UNHURRIED_HOME``). Every file is
looked into: zips and what is in them, compressed streams and the text of PDF, the texts beside the
pixels of PNG, what is embedded in a page, and the names of the files themselves. A picture is one
of ours where matplotlib says in it that it drew it, or where its path fits a GLOB: printed cards
and drawn figures. All else is a finding, one a line, and the end is 1 where there is any.
"""

import argparse
import base64
import fnmatch
import io
import json
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from urllib.parse import quote

LARGEST = 256 * 1024 * 1024
"""More bytes than this of one member or stream are not unpacked (a default of ours)."""
DEEPEST = 4
"""So many zips in one another are opened (a default of ours)."""
SHORTEST = 3
"""A name with fewer letters is found everywhere, and is not looked for."""
_PNG = b"\x89PNG\r\n\x1a\n"
_STARTS = {
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"\x1aE\xdf\xa3": "Matroska video",
    _PNG: "PNG",
}


def findings(folder: Path, names: Iterable[str], own: Sequence[str] = ()) -> Iterator[str]:
    """Yield a line for each name and each picture that is found in `folder`.

    Parameters
    ----------
    folder
        Looked through, with all that is below it.
    names
        What nobody is to be called outside the store; those under three letters are passed over.
    own
        Patterns of paths, from `folder` on, at which pictures are drawn by the program.
    """
    looked_for = {
        name: _written(name) for name in {each.strip() for each in names} if len(name) >= SHORTEST
    }
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        there = path.relative_to(folder).as_posix()
        ours = any(fnmatch.fnmatch(there, pattern) for pattern in own)
        for where, data in _contents(there, path.read_bytes()):
            low = data.lower()
            for name, ways in looked_for.items():
                if any(way in low for way in ways):
                    yield f"{where}: holds the name {name!r}"
            kind = None if ours else picture_in(data)
            if kind is not None:
                yield f"{where}: is a picture ({kind}) that no report drew"
        for name in looked_for:
            if name.casefold() in there.casefold():
                yield f"{there}: is called by the name {name!r}"


def picture_in(data: bytes) -> str | None:
    """Return what kind of picture `data` is; `None` for none, and for one that matplotlib drew."""
    for start, kind in _STARTS.items():
        if data.startswith(start):
            drew_it = kind == "PNG" and any(b"matplotlib" in text for text in _png_texts(data))
            return None if drew_it else kind
    if data[4:8] == b"ftyp":
        return "MP4 video"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"AVI "):
        return "WebP or AVI"
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return "BMP"
    return None


def _contents(where: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield what is in a file as it is, and what is packed in it."""
    yield where, data
    if data.startswith(b"PK") and depth < DEEPEST and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for member in packed.infolist():
                yield f"{where}!", member.filename.encode()
                if member.file_size <= LARGEST and not member.flag_bits & 1:
                    inside = packed.read(member)
                    yield from _contents(f"{where}!{member.filename}", inside, depth + 1)
    elif data.startswith(b"%PDF"):
        yield from _pdf(where, data)
    elif data.startswith(_PNG):
        yield from ((f"{where} (text)", text) for text in _png_texts(data))
    elif b";base64," in data:
        for number, packed64 in enumerate(re.findall(rb";base64,([A-Za-z0-9+/=]+)", data), 1):
            inside = base64.b64decode(packed64 + b"==")
            yield from _contents(f"{where} (part {number})", inside, depth + 1)


def _pdf(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    streams = re.finditer(rb"<<(?:(?!stream).)*?>>\s*stream\r?\n(.*?)endstream", data, re.DOTALL)
    for number, stream in enumerate(streams, 1):
        if b"/DCTDecode" in stream[0][: stream.start(1) - stream.start()]:
            yield f"{where} (stream {number})", stream[1]
            continue
        try:
            yield f"{where} (stream {number})", zlib.decompressobj().decompress(stream[1], LARGEST)
        except zlib.error:
            continue
    try:
        import pypdfium2
    except ImportError:
        return
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            text = document[number].get_textpage().get_text_bounded()
            yield f"{where} (page {number + 1})", text.encode()
    finally:
        document.close()


def _png_texts(data: bytes) -> Iterator[bytes]:
    """Yield the texts beside the pixels, in small letters."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            yield chunk.lower()
        if kind in (b"zTXt", b"iTXt"):
            packed = chunk.split(b"\0", 1)[-1].lstrip(b"\0\1")
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(packed, LARGEST).lower()
        at += 12 + length


def _written(name: str) -> tuple[bytes, ...]:
    """Return how a name may stand in a file, in small letters."""
    texts = {name, name.lower(), json.dumps(name)[1:-1], escape(name), quote(name)}
    ways = {text.encode(code).lower() for text in texts for code in ("utf-8", "utf-16-le")}
    ways.add(name.encode("utf-16-be").lower())
    ways.add(base64.b64encode(name.encode()).rstrip(b"=")[:-1].lower())
    return tuple(way for way in ways if way)


def known_names() -> Sequence[str]:
    """Return the names in the store of this machine, which opens without asking."""
    from app.asking import Asking
    from app.opening import opened

    with opened(Asking()) as store:
        return [each.display_name for each in store.people.list() if each.display_name]


def main() -> None:
    """Look, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--own", action="append", default=[], metavar="GLOB")
    given = parser.parse_args()
    names = known_names()
    found = list(findings(given.folder, names, given.own))
    for line in found:
        print(line)
    files = sum(each.is_file() for each in given.folder.rglob("*"))
    print(f"{files} files looked through for {len(names)} names; {len(found)} findings")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
