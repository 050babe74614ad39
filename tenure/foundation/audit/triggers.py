"""The triggers that write the trail. They see every change of a row, bulk and raw SQL included.

One function serves all tables. It runs once per statement, so a bulk change of a million rows
costs one set-based insert and not a million calls.
"""

from collections.abc import Sequence

from django.db import migrations

NEW_ID = """
create function new_id() returns uuid language sql volatile as $$
-- A UUIDv7: 48 bits of milliseconds, then chance. PostgreSQL has its own from version 18 on.
select encode(
    set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid()) placing
            substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
            from 1 for 6),
        52, 1), 53, 1),
    'hex')::uuid
$$;
"""

FUNCTIONS = """
create function audit_current_deed() returns uuid language plpgsql as $$
-- The deed that the application announced in this transaction, or a new one for plain SQL.
declare
    deed uuid := nullif(current_setting('tenure.deed', true), '')::uuid;
begin
    if deed is null then
        insert into audit_deed (id, code, at, by_name, via, address)
        values (new_id(), 'sql', clock_timestamp(), session_user, 'sql', inet_client_addr())
        returning id into deed;
        perform set_config('tenure.deed', deed::text, true);
    end if;
    return deed;
end $$;

create function audit_subject_id(id text) returns uuid language sql immutable as $$
-- Rows known by a number get a uuid with its digits, the same one every time.
select case when length(id) < 32 then lpad(id, 32, '0') else id end::uuid
$$;

create function audit_rows() returns trigger language plpgsql as $$
-- Arguments: app.model, the column that names a row, the column that holds its customer,
-- columns to leave out (they do not count as a change), columns whose values stay secret.
declare
    left_out text[] := tg_argv[3]::text[];
    secret text[] := tg_argv[4]::text[];
    deed uuid;
begin
    if tg_op = 'INSERT' then
        if not exists (select from new_rows) then return null; end if;
        deed := audit_current_deed();
        insert into audit_change
            (deed_id, kind, subject_type, subject_id, subject_name, customer_id, after)
        select deed, 'created', tg_argv[0], audit_subject_id(rec->>'id'), left(rec->>tg_argv[1], 300),
               (rec->>tg_argv[2])::uuid, jsonb_strip_nulls(rec - left_out - secret)
        from (select to_jsonb(n) as rec from new_rows n) r;
    elsif tg_op = 'DELETE' then
        if not exists (select from old_rows) then return null; end if;
        deed := audit_current_deed();
        insert into audit_change
            (deed_id, kind, subject_type, subject_id, subject_name, customer_id, before)
        select deed, 'deleted', tg_argv[0], audit_subject_id(rec->>'id'), left(rec->>tg_argv[1], 300),
               (rec->>tg_argv[2])::uuid, jsonb_strip_nulls(rec - left_out - secret)
        from (select to_jsonb(o) as rec from old_rows o) r;
    else
        -- An update that changes nothing worth telling announces no deed: hence the call per row.
        insert into audit_change
            (deed_id, kind, subject_type, subject_id, subject_name, customer_id, before, after)
        select audit_current_deed(), 'changed', tg_argv[0],
               audit_subject_id(coalesce(ours, was)->>'id'),
               left(coalesce(ours, was)->>tg_argv[1], 300),
               (coalesce(ours, was)->>tg_argv[2])::uuid, diff.before, diff.after
        from (
            select to_jsonb(o) - left_out as was, to_jsonb(n) - left_out as ours
            from old_rows o full join new_rows n on o.id = n.id
        ) pair
        cross join lateral (
            select jsonb_object_agg(key, case when key = any(secret) then '"•••"' else was->key end),
                   jsonb_object_agg(key, case when key = any(secret) then '"•••"' else ours->key end)
            from jsonb_object_keys(coalesce(ours, was)) as key
            where was->key is distinct from ours->key
        ) as diff(before, after)
        where diff.before is not null or diff.after is not null;
    end if;
    return null;
end $$;

create function audit_statement() returns trigger language plpgsql as $$
-- For tables too large to keep each row twice: one line a statement, with the number of rows.
declare
    touched bigint;
    kinds jsonb := '{"INSERT": "created", "UPDATE": "changed", "DELETE": "deleted"}';
begin
    if tg_op = 'DELETE' then
        select count(*) into touched from old_rows;
    else
        select count(*) into touched from new_rows;
    end if;
    if touched > 0 then
        insert into audit_change (deed_id, kind, subject_type, subject_id, after)
        values (audit_current_deed(), kinds->>tg_op, tg_argv[0],
                '00000000-0000-0000-0000-000000000000', jsonb_build_object('rows', touched));
    end if;
    return null;
end $$;

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is history: rows are added, never changed or deleted', tg_table_name
        using errcode = 'restrict_violation';
end $$;
"""

APPEND_ONLY = """
create trigger {table}_is_history before update or delete or truncate on {table}
    for each statement execute function audit_refuse();
"""

AUDITED = """
create trigger audit_created after insert on {table} referencing new table as new_rows
    for each statement execute function {function}({arguments});
create trigger audit_changed after update on {table}
    referencing old table as old_rows new table as new_rows
    for each statement execute function {function}({arguments});
create trigger audit_deleted after delete on {table} referencing old table as old_rows
    for each statement execute function {function}({arguments});
"""


def audit(
    model: str,
    *,
    named_by: str,
    customer: str = "",
    left_out: Sequence[str] = ("updated_at",),
    secret: Sequence[str] = (),
) -> migrations.RunSQL:
    """A migration step that puts a table under audit. `model` is app.model in lower case.

    `named_by` and `customer` are columns; their values are kept beside each change.
    """
    arguments = (model, named_by, customer, _array(left_out), _array(secret))
    return _audited(model, "audit_rows", arguments)


def audit_statements(model: str) -> migrations.RunSQL:
    """A migration step after which each statement that changes the table leaves one line."""
    return _audited(model, "audit_statement", (model,))


def _audited(model: str, function: str, arguments: Sequence[str]) -> migrations.RunSQL:
    table = model.replace(".", "_")
    given = ", ".join(f"'{text}'" for text in arguments)
    names = ("audit_created", "audit_changed", "audit_deleted")
    return migrations.RunSQL(
        AUDITED.format(table=table, function=function, arguments=given),
        "".join(f"drop trigger {name} on {table};" for name in names),
    )


def append_only(table: str) -> migrations.RunSQL:
    """A migration step after which the rows of a table can be added, and nothing else."""
    return migrations.RunSQL(
        APPEND_ONLY.format(table=table), f"drop trigger {table}_is_history on {table};"
    )


def _array(names: Sequence[str]) -> str:
    return "{" + ",".join(names) + "}"
