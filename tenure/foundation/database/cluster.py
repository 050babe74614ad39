"""Making what a server needs before it can serve: the cluster, the role, the database."""

import shutil
from pathlib import Path

import psycopg
from psycopg import sql

from tenure.foundation.database import problems
from tenure.foundation.database.account import Account
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.programs import run


def make_cluster(folder: DataFolder, binaries: Path, account: Account | None) -> None:
    """Run initdb beside the final place and move the result there, so a crash leaves no half."""
    draft = folder.path / "database.new"
    shutil.rmtree(draft, ignore_errors=True)
    password = folder.log.parent / "initial-password"
    try:
        account.own(draft) if account else draft.mkdir(mode=0o700)
        password.touch(mode=0o600)
        password.write_text(folder.secret("database-owner-password"))
        if account:
            shutil.chown(password, account.uid, account.gid)
    except OSError as error:
        raise problems.explain(str(error), folder.path, folder.log) from error
    made = run(
        binaries, "initdb", "-D", str(draft), "-U", "postgres", f"--pwfile={password}",
        "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", "--locale=C",
        "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        account=account,
    )  # fmt: skip
    password.unlink()
    if made.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        raise problems.explain(made.stdout, folder.path, folder.log)
    draft.rename(folder.cluster)


def make_database(folder: DataFolder, wanted: dict[str, str]) -> None:
    """Make the application's role and database where they are missing. The role is no superuser."""
    owner = wanted | {
        "user": "postgres",
        "dbname": "postgres",
        "password": folder.secret("database-owner-password"),
    }
    role, name = sql.Identifier(wanted["user"]), sql.Identifier(wanted["dbname"])
    with psycopg.connect(**owner, autocommit=True) as connection:  # type: ignore[arg-type]
        found = connection.execute(
            "select exists(select from pg_roles where rolname = %(user)s),"
            " exists(select from pg_database where datname = %(dbname)s)",
            wanted,
        ).fetchone()
        has_role, has_database = found or (False, False)
        if not has_role:
            make = sql.SQL("create role {} login createdb password {}")
            connection.execute(make.format(role, sql.Literal(wanted["password"])))
        if not has_database:
            make = sql.SQL("create database {} owner {}")
            connection.execute(make.format(name, role))
