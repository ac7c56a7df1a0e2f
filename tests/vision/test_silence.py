"""The pose library cannot speak to a network: it does not even import the means."""

import importlib.util
import struct
import sys
from pathlib import Path

import pytest

from tests.vision.elf_symbols import imported_symbols

NETWORK = {"socket", "connect", "getaddrinfo", "gethostbyname", "sendto", "sendmsg", "bind"}

on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="reads the dynamic symbols of a Linux library"
)


def library() -> Path:
    spec = importlib.util.find_spec("mediapipe")
    assert spec is not None
    assert spec.submodule_search_locations
    found = list(Path(spec.submodule_search_locations[0]).rglob("libmediapipe.so"))
    assert len(found) == 1
    return found[0]


@on_linux
def test_the_pose_library_imports_no_network_call() -> None:
    symbols = imported_symbols(library())
    assert {"malloc", "memcpy"} <= symbols  # the reader does read
    assert not symbols & NETWORK


@on_linux
def test_the_reader_finds_network_calls_where_there_are_some() -> None:
    spec = importlib.util.find_spec("_socket")
    if spec is None or not spec.origin or not spec.origin.endswith(".so"):
        pytest.skip("this Python has its socket module built in")
    assert {"socket", "connect", "getaddrinfo"} <= imported_symbols(Path(spec.origin))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "library.so"
    text.write_bytes(b"not a library")
    with pytest.raises(ValueError, match=r"library\.so is not a 64-bit"):
        imported_symbols(text)
    text.write_bytes(b"\x7fELF\x02\x01".ljust(16, b"\0") + struct.pack("<HHIQQQIHHHHHH", *[0] * 13))
    with pytest.raises(ValueError, match="no dynamic symbols"):
        imported_symbols(text)
