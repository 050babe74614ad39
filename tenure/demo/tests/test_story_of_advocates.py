"""What customers of the story do for us, and that all of it was somebody's deed."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_nothing_in_it_was_changed_outside_of_a_deed(ask):
    """The trail names who did what; what names only the database was done behind its back.
    (Another test of this house changes a telephone number so.)"""
    found = ask("""
        select c.subject_type, c.kind, c.before, c.after from audit_deed d join audit_change c on c.deed_id = d.id
        where d.code = 'sql' and c.after->>'phone' is distinct from '555' limit 5""")
    assert found == []


def test_customers_speak_for_us_and_are_left_in_peace(ask):
    found = dict(ask("select status, count(*) from advocacy_advocacyactivity group by status"))
    assert found["COMPLETED"] >= 15
    assert {"PENDING", "IN_PROGRESS", "DECLINED"} <= found.keys()
    [(most,)] = ask("""
        select max(n) from (
            select count(*) n from advocacy_advocacyactivity where asked_on is not null
            group by contact_id, date_trunc('quarter', asked_on)
        ) asked""")
    assert most <= 2
    [(groups, members, meetings)] = ask("""
        select (select count(*) from advocacy_group), (select count(*) from advocacy_member),
            (select count(*) from advocacy_groupmeeting)""")
    assert (groups, members >= 20, meetings >= 6) == (2, True, True)
