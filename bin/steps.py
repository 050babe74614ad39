"""What has to be true, as one list of named, timed steps. `make check` runs the quick ones,
`make test` all of them; `.ci/run` runs `make test`."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

QUICK = "not slow and not browser and not real_data"
FOR_ALL = "tests/architecture"
FIRST = (
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy", "tenure"]),
    ("import contracts", ["lint-imports"]),
    ("templates", ["djlint", "tenure", "--lint", "--quiet"]),
)
STEPS = {
    "check": (*FIRST, ("quick tests of what changed", ["pytest", "-n", "2", "-m", QUICK])),
    "test": (*FIRST, ("all tests", ["pytest", "-n", "2", "--dist", "loadgroup"])),
}


def run(name: str, command: list[str]) -> None:
    began = time.monotonic()
    print(f"── {name}", flush=True)
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False)
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    if done.returncode:
        sys.exit(f"✗ {name} failed")


def touched() -> list[str]:
    """The folders of tests that what is not committed asks for: its slices, and what holds for all. None
    at all, which means every test, where it reaches into the foundation, or nothing differs."""
    asked = ["git", "status", "--porcelain", "--untracked-files=all", "--no-renames"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    files = [Path(line[3:].strip('"')) for line in told.splitlines()]
    slices = {"/".join(one.parts[:2]) for one in files if one.suffix in (".py", ".html", ".toml")}
    if (
        not slices
        or not all((ROOT / one).is_dir() for one in slices)
        or "tenure/foundation" in slices
    ):
        return []
    return sorted({*slices, FOR_ALL})


def provide_chromium() -> None:
    """Find a browser for the tests that need one, or install Debian's; or say loudly that none is
    there, and let those tests skip themselves."""
    if any(map(shutil.which, CHROMIUM)):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("── installing Chromium for the browser tests", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "chromium"], check=False, **quiet)
    if not any(map(shutil.which, CHROMIUM)):
        print(
            "!!! No Chromium here: THE BROWSER TESTS WILL BE SKIPPED. Install chromium.", flush=True
        )


if __name__ == "__main__":
    wanted = sys.argv[1]
    if wanted == "test":
        provide_chromium()
    for name, command in STEPS[wanted]:
        run(name, [*command, *(touched() if wanted == "check" and command[0] == "pytest" else [])])
    print(f"✓ make {wanted}: everything holds", flush=True)
