"""The types that TypeScript makes of the description hold: a client of every route compiles and runs."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.api.calls import World
from tests.api.calls_of_growth import find_growth

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "tests" / "api" / "typescript"
BUILT = CLIENT / "built"
DOCS = (ROOT / "docs" / "api.md").read_text()
TYPES = re.search(r"^npx (openapi-typescript)@(\S+) (\S+) -o (\S+)$", DOCS, re.MULTILINE)
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENETUNREACH", "ETIMEDOUT")
pytestmark = pytest.mark.xdist_group("typescript")


def routes() -> set[tuple[str, str]]:
    paths = json.loads((ROOT / "docs" / "api" / "openapi.json").read_text())["paths"]
    return {(method.upper(), path) for path, methods in paths.items() for method in methods}


def run(*command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=CLIENT, env=os.environ | environ, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def install() -> None:
    """The packages of the lock file, unless they are there already."""
    stamp, lock = CLIENT / "node_modules" / ".installed", CLIENT / "package-lock.json"
    if stamp.exists() and stamp.read_text() == lock.read_text():
        return
    done = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
    if any(sign in done.stderr for sign in UNREACHABLE):
        pytest.skip("!!! NO TYPESCRIPT: npm reaches no registry, and nothing is installed yet.")
    assert done.returncode == 0, done.stderr
    stamp.write_text(lock.read_text())


@pytest.fixture(scope="module")
def types() -> Path:
    """The types, made by the line that the documentation gives."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("!!! NO NODE: the TypeScript client is neither compiled nor run. Install npm.")
    if int(run("node", "--version").stdout.strip("v\n").split(".")[0]) < 20:
        pytest.skip("!!! NODE IS TOO OLD for the TypeScript client: 20 or newer is needed.")
    install()
    shutil.rmtree(BUILT, ignore_errors=True)
    program, _, document, file = TYPES.groups()
    done = run(f"node_modules/.bin/{program}", ROOT / document, "-o", BUILT / file)
    assert done.returncode == 0, done.stderr
    return BUILT / file


def complaints(*files: Path) -> list[str]:
    """What the compiler has against the files, as strict as it is with the client; else built."""
    told = {"extends": "../tsconfig.json", "files": [str(file) for file in files]}
    (BUILT / "tsconfig.json").write_text(json.dumps(told))
    done = run("node_modules/.bin/tsc", "-p", BUILT)
    return [line for line in (done.stdout + done.stderr).splitlines() if line[:1].strip()]


def spoken(program: str, served) -> list[str]:
    """The lines in which a program of the client tells what it asked."""
    told = run("node", BUILT / program, TENURE_URL=served.url, TENURE_TOKEN=served.token)
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout.splitlines()


def test_the_client_names_every_route():
    """So that a new route is missed where there is no Node, too."""
    source = "".join(file.read_text() for file in CLIENT.glob("*.ts") if file.stem != "mistakes")

    assert set(re.findall(r'api\.([A-Z]+)\(\s*"([^"]+)"', source)) == routes()


def test_the_documentation_names_the_version_that_is_tried():
    tried = json.loads((CLIENT / "package.json").read_text())["devDependencies"]

    assert TYPES[2] == tried[TYPES[1]]


@pytest.mark.slow
def test_the_client_compiles_and_every_route_answers_it(types, served):
    assert complaints(CLIENT / "client.ts", CLIENT / "growing.ts") == []

    asked = spoken("client.js", served)
    find_growth(World(served, ""), "won", "lost", "dismissed")
    asked += spoken("growing.js", served)
    assert {tuple(line.split()[:2]) for line in asked} == routes()


@pytest.mark.slow
def test_mistakes_do_not_compile(types):
    """Each is found in its line, for its reason, and nothing else is found."""
    file = CLIENT / "mistakes.ts"
    planted = [
        f"{number} {line.split('// ')[1]}"
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if "// TS" in line
    ]
    found = [re.sub(r"^.*mistakes\.ts\((\d+),\d+\): error (TS\d+): .*$", r"\1 \2", line)
             for line in complaints(file)]  # fmt: skip

    assert found == planted != []


@pytest.mark.slow
def test_the_documented_example_compiles(types):
    example = types.with_name("example.ts")
    example.write_text(re.search(r"^```ts\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)[1])

    assert complaints(example) == []
