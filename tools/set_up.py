"""Set up ``.venv`` in this checkout and install unhurried into it; do nothing the second time.

``python tools/set_up.py`` installs what running needs, ``--dev`` also what testing needs. Uses the
standard library only, so that any Python can run it and say in one line what is missing.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
OLDEST, BEYOND_NEWEST = (3, 11), (3, 14)


def check_python(version=sys.version_info[:2]):
    """Stop with one line where this Python is too old, too new, or cannot make environments."""
    if not OLDEST <= version < BEYOND_NEWEST:
        raise SystemExit(
            "unhurried needs Python 3.11, 3.12 or 3.13, and {} is {}.{}; install one, for example "
            "with: apt install python3.11 python3.11-venv".format(sys.executable, *version)
        )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SystemExit(
            "this Python cannot make environments; install with: "
            "apt install python{}.{}-venv".format(*version)
        )


def check_system_libraries():
    """Stop with one line that names the packages where shared libraries are missing."""
    path = ROOT / "app" / "system_libraries.py"
    spec = importlib.util.spec_from_file_location("system_libraries", path)
    libraries = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(libraries)
    missing = libraries.missing_libraries()
    if missing:
        raise SystemExit(libraries.install_line(missing))


def stamp(extra):
    """Return the file whose presence says that this pyproject is installed with `extra`."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()[:16]
    return VENV / ("installed-{}-{}".format(digest, extra or "run"))


def is_installed(extra):
    """Return whether nothing is left to do."""
    return stamp(extra).exists() or stamp("dev").exists()


def install(extra):
    """Make the environment and install into it, quietly; keep a stamp when it is whole."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("making the environment in .venv ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    print("installing unhurried into .venv (some minutes the first time) ...", flush=True)
    target = str(ROOT) + (f"[{extra}]" if extra else "")
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, "--editable", target]).returncode:
        raise SystemExit("pip could not install unhurried; its own lines above say why")
    stamp(extra).touch()


def main():
    """Check the machine, then install once."""
    extra = "dev" if "--dev" in sys.argv[1:] else ""
    if is_installed(extra):
        return
    check_python()
    check_system_libraries()
    install(extra)


if __name__ == "__main__":
    main()
