"""Read what a 64-bit little-endian ELF library asks others for, without any tool."""

import struct
from pathlib import Path

_DYNSYM = 11
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SECTION = struct.Struct("<IIQQQQIIQQ")
_SYMBOL = struct.Struct("<IBBHQQ")
_UNDEFINED = 0


def imported_symbols(path: Path) -> frozenset[str]:
    """Return the names in the dynamic symbol table that the library does not define itself.

    Raises
    ------
    ValueError
        Where the file is not such a library or has no dynamic symbols.
    """
    content = path.read_bytes()
    if content[:6] != b"\x7fELF\x02\x01":
        raise ValueError(f"{path.name} is not a 64-bit little-endian ELF file")
    header = _HEADER.unpack_from(content)
    table, entry_size, count = header[6], header[11], header[12]
    sections = [_SECTION.unpack_from(content, table + i * entry_size) for i in range(count)]
    for _, kind, _, _, start, size, link, _, _, _ in sections:
        if kind == _DYNSYM:
            names_start = sections[link][4]
            symbols = _SYMBOL.iter_unpack(content[start : start + size])
            return frozenset(
                _name_at(content, names_start + name)
                for name, _, _, section, _, _ in symbols
                if section == _UNDEFINED
            )
    raise ValueError(f"{path.name} has no dynamic symbols")


def _name_at(content: bytes, start: int) -> str:
    return content[start : content.index(b"\0", start)].decode()
