"""A crowd of programs that call the served API for a while, each on a connection of its own.

A program repeats what broke off, with the same key, and notes what was acknowledged. Any answer that
it does not expect ends it.
"""

import http.client
import json
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.processes import Installation

BASE = "/api/v1/customer-success"
NEW = {"email": "hi@crowd.example", "contractStartDate": "2026-01-31"}
SECONDS_TO_COME_BACK = 60


@dataclass
class Kept:
    """A customer as it was last acknowledged."""

    name: str
    version: str
    company: str | None = None
    scores: list[int] = field(default_factory=list)


class Program(threading.Thread):
    """Creates, changes, scores and reads until the time is over."""

    def __init__(self, house: Installation, number: int, ends_at: float) -> None:
        super().__init__(daemon=True)
        self.house, self.number, self.ends_at = house, number, ends_at
        self.dice = random.Random(number)
        self.kept: dict[str, Kept] = {}
        self.done = Counter[str]()
        self.unexpected: list[str] = []
        self.line: http.client.HTTPConnection | None = None

    def run(self) -> None:
        try:
            while time.monotonic() < self.ends_at:
                what = self.dice.choices(DEEDS, WEIGHTS)[0]
                getattr(self, what)()
                self.done[what] += 1
        except AssertionError as unexpected:
            self.unexpected.append(str(unexpected))
        finally:
            self.hang_up()

    def create(self) -> None:
        name = f"P{self.number} N{len(self.kept)}"
        said, version = self.ask(201, "POST", "/customers", NEW | {"name": name}, **self.key())
        self.kept[said["id"]] = Kept(name, version)

    def change(self) -> None:
        for number, kept in self.one():
            company = f"Company {self.dice.random()}"
            told = {"If-Match": kept.version}
            said, version = self.ask(200, "PUT", number, {"companyName": company}, **told)
            assert said["companyName"] == company, said
            kept.company, kept.version = company, version

    def score(self) -> None:
        for number, kept in self.one():
            points = self.dice.randrange(101)
            told = {"score": points}
            self.ask(201, "POST", f"{number}/health-scores", told, **self.key())
            kept.scores.append(points)

    def look(self) -> None:
        for number, kept in self.one():
            said, _ = self.ask(200, "GET", number)
            assert (said["name"], said["companyName"]) == (kept.name, kept.company), said
            assert [score["score"] for score in said["healthScores"]] == kept.scores[:-6:-1], said

    def read(self) -> None:
        paths = ("/customers?status=ACTIVE&limit=20", "/statistics", "/health-alerts?limit=20")
        self.ask(200, "GET", self.dice.choice(paths))

    def one(self) -> list[tuple[str, Kept]]:
        """One of its customers, if it has some."""
        numbers = self.dice.sample(list(self.kept), min(1, len(self.kept)))
        return [(f"/customers/{number}", self.kept[number]) for number in numbers]

    def key(self) -> dict[str, str]:
        return {"Idempotency-Key": f"{self.number}-{self.dice.getrandbits(64):x}"}

    def ask(self, wanted: int, method: str, path: str, body=None, **headers: str):
        """The data and the version of the answer; asks anew for as long as nobody answers."""
        patience, repeats = time.monotonic() + SECONDS_TO_COME_BACK, False
        while True:
            try:
                status, said, version = self.send(method, path, body, headers)
            except (OSError, http.client.HTTPException, ValueError) as broken:
                assert time.monotonic() < patience, f"{method} {path} never came back: {broken}"
                self.hang_up()
                repeats = True
                time.sleep(0.2)
                continue
            if status == 412 and repeats:  # the change whose answer broke off was made
                return self.ask(200, "GET", path)
            assert status == wanted, f"{method} {path} was answered with {status}: {said}"
            return said["data"], version

    def send(self, method: str, path: str, body, headers: dict[str, str]):
        if self.line is None:
            self.line = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        told = {"Authorization": f"Bearer {self.house.token}", "Content-Type": "application/json"}
        text = None if body is None else json.dumps(body)
        self.line.request(method, BASE + path, text, told | headers)
        answer = self.line.getresponse()
        return answer.status, json.loads(answer.read()), answer.headers.get("ETag", "")

    def hang_up(self) -> None:
        if self.line:
            self.line.close()
            self.line = None


DEEDS = ("create", "change", "score", "look", "read")
WEIGHTS = (20, 20, 20, 30, 10)


def crowd(house: Installation, programs: int, seconds: float) -> list[Program]:
    """Start them all."""
    ends_at = time.monotonic() + seconds
    made = [Program(house, number, ends_at) for number in range(programs)]
    for program in made:
        program.start()
    return made
