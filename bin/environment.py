"""Make the virtual environment and fill it from a lock file. Needs nothing but Python itself."""

import subprocess
import sys
import time
import venv
from pathlib import Path

OLDEST = (3, 12)


def create(folder: str) -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            f"Tenure needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.\n"
            "Name another one: make demo PYTHON=python3.13"
        )
    try:
        venv.create(folder, with_pip=True)
    except (subprocess.CalledProcessError, ModuleNotFoundError):
        sys.exit(
            "Python could not make a virtual environment. On Debian or Ubuntu install its "
            "missing part first: apt-get install python3-venv"
        )


def install(lock: str) -> None:
    lines = Path(lock).read_text().splitlines()
    wanted = sum("==" in line and not line.startswith((" ", "#")) for line in lines)
    print(f"Installing {wanted} packages from {lock} …", flush=True)
    start = time.monotonic()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    for step in (
        [*pip, "--require-hashes", "-r", lock],
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(Path(__file__).parents[1])],
    ):
        if subprocess.run(step, check=False).returncode:
            sys.exit("The packages could not be installed; pip's own words stand above.")
    print(f"Installed in {time.monotonic() - start:.0f} s.", flush=True)


if __name__ == "__main__":
    {"create": create, "install": install}[sys.argv[1]](sys.argv[2])
