"""Mapping files: other systems' columns are read as they say, and mistakes in them are named."""

import pytest

from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid
from tenure.imports.actions import mapping_named, shipped_mappings

OURS = """
[[file]]
name = "file*.csv"
kind = "customers"
drop = ["noise"]

[file.fields]
external_id = "account"
name = "title"
status = { column = "gone", values = { yes = "CHURNED", no = "ACTIVE" } }
billing_country = { value = "US" }
annual_contract_value = { column = "monthly", times = 12 }
"""
THEIRS = "account,title,gone,monthly,noise,colour\nA-1,Acme,no,100,x,red\n"


@pytest.fixture
def mapping(tmp_path):
    def read(text: str):
        file = tmp_path / "ours.toml"
        file.write_text(text)
        return mapping_named(str(file))

    return read


def test_columns_are_translated_scaled_and_filled_in(bring_in, mapping):
    bring_in(THEIRS, mapping=mapping(OURS))

    found = Customer.objects.get(external_id="A-1")
    assert (found.name, found.status, found.billing_country) == ("Acme", "ACTIVE", "US")
    assert found.annual_contract_value == 1200
    assert found.source_facts == {"colour": "red"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "customers"', "", "ours.toml is wrong: .*`kind`"),
        ("drop", "dorp", "ours.toml is wrong: .*`dorp`"),
        ("[[file]]", "[[file", "ours.toml is wrong"),
        ('{ value = "US" }', '{ value = "US", column = "x" }', "either a column or a value"),
        ('"title"', '"titel"', "titel"),
        ("billing_country", "billing_land", "billing_land"),
        ('kind = "customers"', 'kind = "cars"', "cars"),
        ('name = "title"', "", "name"),
    ],
)
def test_a_wrong_mapping_is_refused_and_says_where(bring_in, mapping, old, new, words):
    with pytest.raises(Invalid, match=words):
        bring_in(THEIRS, mapping=mapping(OURS.replace(old, new, 1)))

    assert Customer.objects.count() == 0


def test_a_mapping_that_is_not_there_is_named():
    with pytest.raises(Invalid, match=r"The mapping nowhere\.toml cannot be read"):
        mapping_named("nowhere.toml")


@pytest.mark.parametrize("name", shipped_mappings())
def test_what_comes_with_tenure_can_be_read(name):
    assert mapping_named(name).file
