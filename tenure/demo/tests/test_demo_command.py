"""`tenure demo`: it fills once, keeps what people did, and never spoils what is there."""

import re
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.processes import until

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CUSTOMERS = "select count(*) from customers_customer"


def where_sign_in_leads(url: str, email: str, password: str) -> str:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    with browser.open(f"{url}/sign-in/", timeout=30) as page:
        token = TOKEN.search(page.read().decode())[1]
    form = {"username": email, "password": password, "csrfmiddlewaretoken": token}
    with browser.open(f"{url}/sign-in/", urlencode(form).encode(), timeout=30) as page:
        return page.url


def test_it_says_how_to_sign_in(told):
    said = told.run("demo", "--fill-only").stdout

    assert "password tenure-demo-2026" in said
    assert re.findall(r"(\S+@\S+) +(.+)", said) == [
        ("admin@demo.tenure.example", "Mei-Ling Chen, administrator"),
        ("manager@demo.tenure.example", "Rosa Oliveira, manager"),
        ("executive@demo.tenure.example", "Daniel Cohen, executive"),
        ("ines@demo.tenure.example", "Ines Moreau, CSM"),
    ]


def test_what_it_says_signs_in(told):
    told.serve("--without-jobs")
    url = f"http://localhost:{told.port}"

    for name in ("admin", "manager", "executive", "ines"):
        led_to = where_sign_in_leads(url, f"{name}@demo.tenure.example", "tenure-demo-2026")
        assert led_to == f"{url}/customers/", name
    assert where_sign_in_leads(url, "ines@demo.tenure.example", "wrong") == f"{url}/sign-in/"


def test_a_second_fill_does_nothing_and_keeps_what_people_did(told, ask):
    with told.database() as connection:
        connection.execute("update customers_customer set phone='555' where external_id='LP-1000'")
    deeds = ask("select count(*) from audit_deed")

    again = told.run("demo", "--fill-only")

    assert again.returncode == 0, again.stderr
    assert ask(CUSTOMERS) == [(120,)]
    assert ask("select phone from customers_customer where external_id='LP-1000'") == [("555",)]
    assert ask("select count(*) from audit_deed") == deeds


def test_a_start_after_the_first_serves_what_is_there(house):
    """The team is there, so the story was told: nothing is filled, and the portal comes up."""
    ines = ("ines@demo.tenure.example", "--role", "csm", "--password-stdin")
    house.run("user", "create", *ines, given="tenure-demo-2026\n")

    demo = house.start("demo")
    until(lambda: demo.poll() is not None or house.answers(), "the portal answers")

    assert demo.poll() is None, house.words
    url = f"http://localhost:{house.port}"
    led_to = where_sign_in_leads(url, "ines@demo.tenure.example", "tenure-demo-2026")
    assert led_to == f"{url}/customers/"
