"""Making what a server needs before it can serve: the cluster, the role, the database."""

import shutil
from pathlib import Path

import psycopg
from psycopg import sql

from tenure.foundation.database import problems
from tenure.foundation.database.access import connection_parameters, owner_parameters
from tenure.foundation.database.account import Account, make_private
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.programs import run


def make_cluster(folder: DataFolder, binaries: Path, account: Account | None) -> None:
    """Run initdb beside the final place and move the result there, so a crash leaves no half."""
    draft = folder.path / "database.new"
    shutil.rmtree(draft, ignore_errors=True)
    make_private(draft, account)
    password = folder.log.parent / "initial-password"
    password.touch(mode=0o600)
    password.write_text(folder.secret("database-owner-password"))
    if account:
        shutil.chown(password, account.uid, account.gid)
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


def make_database(folder: DataFolder) -> None:
    """Make the application's role and database where they are missing. The role is no superuser."""
    wanted = connection_parameters(folder)
    role, name = sql.Identifier(wanted["user"]), sql.Identifier(wanted["dbname"])
    password = sql.Literal(wanted["password"])
    with (
        problems.explained(folder.path, folder.log),
        psycopg.connect(**owner_parameters(folder), autocommit=True) as connection,  # type: ignore[arg-type]
    ):
        found = connection.execute(
            "select exists(select from pg_roles where rolname = %(user)s),"
            " exists(select from pg_database where datname = %(dbname)s)",
            wanted,
        ).fetchone()
        has_role, has_database = found or (False, False)
        make = "alter role {} with" if has_role else "create role {} login createdb"
        connection.execute(sql.SQL(make + " password {}").format(role, password))
        if not has_database:
            connection.execute(sql.SQL("create database {} owner {}").format(name, role))
