"""The shared libraries that the wheels expect of a Linux machine, and who packages them.

Standard library only: the set-up script reads this file before anything is installed.
"""

import ctypes
import sys

# Library that mediapipe or OpenCV opens, and the Debian/Ubuntu package that holds it.
DEBIAN_PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libGLESv2.so.2": "libgles2",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
}


def missing_libraries() -> list[str]:
    """Return the expected shared libraries that this machine cannot load; none but on Linux."""
    return [name for name in DEBIAN_PACKAGES if sys.platform == "linux" and not _loads(name)]


def install_line(missing: list[str]) -> str:
    """Return one line that says what is missing and which packages bring it."""
    packages = " ".join(DEBIAN_PACKAGES[name] for name in missing)
    return f"{', '.join(missing)} not found on this machine; install with: apt install {packages}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
