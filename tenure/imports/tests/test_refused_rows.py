"""Refused rows: they say line, field and reason in the file's own words, and can be mended."""

import csv

import pytest

from tenure.customers.models import Customer
from tenure.foundation.tabular.mapping import FileMapping, Mapping
from tenure.usage.models import DailyUsage

CUSTOMERS = "external_id,name\nC-1,Acme\n"
OURS = Mapping(
    file=(FileMapping(
        kind="tickets",
        fields={"external_id": "no", "customer_external_id": "who", "opened_at": "from",
                "closed_at": "to", "satisfaction": "stars"},
    ),)
)  # fmt: skip


def told(outcome) -> list[tuple[int, str, str]]:
    return [(refusal.line, refusal.field, refusal.reason) for refusal in outcome.refusals]


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("T-2,C-9,2026-01-01,,", "who",
         "There is no customer with this external id; import the customers first."),
        ("T-2,C-1,2026-01-02,2026-01-01,", "to", "The ticket was closed before it was opened."),
        ("T-2,C-1,2026-01-01,,6", "stars", "stars 6 is not between 1 and 5."),
        ("T-2,C-1,,,", "from", "from is empty."),
        ("T-1,C-1,2026-01-02,,", "no", "Line 2 has the same no with other content."),
    ],
)  # fmt: skip
def test_a_refusal_names_the_column_as_the_file_calls_it(bring_in, row, field, reason):
    bring_in(CUSTOMERS)

    outcome = bring_in(f"no,who,from,to,stars\nT-1,C-1,2026-01-01,,\n{row}\n", mapping=OURS)

    assert told(outcome) == [(3, field, reason)]
    assert outcome.created == 1


def test_usage_that_stands_twice_is_told_by_what_it_has_in_common(bring_in):
    bring_in(CUSTOMERS)

    outcome = bring_in(
        "customer_external_id,day,feature,uses\n"
        "C-1,2026-01-05,reports,5\nC-1,2026-01-05,reports,5\nC-1,2026-01-05,reports,6\n"
    )

    words = "Line 2 has the same customer_external_id, day, feature with other content."
    assert told(outcome) == [(4, "feature", words)]
    assert DailyUsage.objects.get().uses == 5


def test_of_several_troubles_a_row_is_refused_once(bring_in):
    outcome = bring_in("external_id,name,employee_count,tier\n,,none,gold\n")

    assert (outcome.rows, outcome.refused, len(outcome.refusals)) == (1, 1, 1)


def test_the_file_has_every_row_as_it_came_whatever_refused_it(bring_in):
    text = (
        "external_id;name;contract_starts_on;contract_ends_on;shoe size\n"
        'C-1;"two\nlines; one ""name""";2026-01-01;2025-01-01;44\n'
        "C-2;Beta;never;;45\n"
        "C-3;Gamma\n"
    )
    outcome = bring_in(text)

    with outcome.refused_file.open(newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0][:4] == ["line", "field", "reason", "external_id"]
    assert sorted((row[0], *row[3:]) for row in rows[1:]) == [
        ("2", "C-1", 'two\nlines; one "name"', "2026-01-01", "2025-01-01", "44"),
        ("4", "C-2", "Beta", "never", "", "45"),
        ("5", "C-3", "Gamma"),
    ]


def test_bytes_that_are_no_text_come_out_as_they_went_in(bring_in):
    outcome = bring_in(b"external_id,name\nC-1,caf\xe9\n")

    assert outcome.refused_file.read_bytes().splitlines()[1].endswith(b",C-1,caf\xe9")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xff\xfe" + "external_id,name\nC-1,\ud800\n".encode("utf-16-le", "surrogatepass"), None),
        (b"external_id,name\nC-1,\x1b(\n", "iso2022_jp"),
    ],
    ids=["UTF-16", "ISO 2022"],
)
def test_what_no_utf8_could_be_comes_out_marked(bring_in, content, encoding):
    outcome = bring_in(content, encoding=encoding)

    (row,) = outcome.refused_file.read_bytes().splitlines()[1:]
    assert row.startswith(b"2,name,name is not readable text")
    assert b"C-1," in row


@pytest.mark.parametrize("broken", [b"caf\xe9", b"a\x00b"])
def test_what_is_kept_as_it_is_has_to_be_text_too(bring_in, broken):
    outcome = bring_in(b"external_id,name,shoe\nC-1,Acme," + broken + b"\nC-2,Beta,44\n")

    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (2, "shoe")
    assert refusal.reason.startswith("shoe is not readable text")
    assert Customer.objects.get().source_facts == {"shoe": "44"}


def test_a_mended_file_brings_every_row_and_only_those(bring_in):
    outcome = bring_in("external_id,name,tier\nC-1,Acme,\nC-2,Beta,gold\nC-3,,\n")
    mended = (
        outcome.refused_file.read_text().replace(",gold", ",TRIAL").replace("C-3,", "C-3,Gamma")
    )

    again = bring_in(mended, "refused-file.csv")

    assert (again.created, again.unchanged, again.refused) == (2, 0, 0)
    assert list(Customer.objects.order_by("external_id").values_list("name", flat=True)) == [
        "Acme", "Beta", "Gamma",
    ]  # fmt: skip
    assert all(customer.source_facts is None for customer in Customer.objects.all())


def test_only_the_first_hundred_are_shown_and_all_are_kept(bring_in):
    outcome = bring_in("external_id,name\n" + "C-1,\n" * 250)

    assert (outcome.refused, len(outcome.refusals)) == (250, 100)
    assert len(outcome.refused_file.read_text().splitlines()) == 251


def test_an_answer_about_the_product_is_on_its_scale(bring_in):
    bring_in(CUSTOMERS)

    outcome = bring_in(
        "external_id,customer_external_id,kind,score,answered_at\n"
        "S-1,C-1,product,5,2026-01-05\nS-2,C-1,PRODUCT,6,2026-01-05\n"
    )

    assert (outcome.created, told(outcome)) == (1, [(3, "score", "PRODUCT goes from 1 to 5.")])
