"""Somebody who keeps adding customers over HTTP and notes which were acknowledged."""

import re
import threading
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Self
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Writer:
    """Adds customers from a thread of its own, one after the other, through every trouble."""

    def __init__(self, url: str, email: str, password: str, name: str = "Customer") -> None:
        self.url, self.name = url, name
        self.open = build_opener(HTTPCookieProcessor(CookieJar())).open
        self.acknowledged: list[str] = []
        self.troubles: list[str] = []
        self._count = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._write, daemon=True)
        self.send("/sign-in/", username=email, password=password)

    def send(self, path: str, **fields: str) -> str:
        """Fill in a form as a browser does, and answer where that led."""
        with self.open(self.url + path, timeout=20) as page:
            token = TOKEN.search(page.read().decode())[1]
        form = urlencode(fields | {"csrfmiddlewaretoken": token}).encode()
        with self.open(self.url + path, form, timeout=20) as answer:
            return answer.url

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *trouble: object) -> None:
        self._done.set()
        self._thread.join()

    def _write(self) -> None:
        while not self._done.is_set():
            self._count += 1
            name = f"{self.name} {self._count}"
            try:
                where = self.send("/customers/add/", name=name, annual_contract_value="9000")
            except HTTPError as answer:
                self.troubles.append(str(answer))
                answer.close()
                self._done.wait(0.05)
                continue
            except (URLError, HTTPException, OSError) as trouble:
                self.troubles.append(str(trouble))
                self._done.wait(0.05)
                continue
            if not where.endswith("/add/"):
                self.acknowledged.append(name)
