"""Which database: the embedded one, or a server of the user's that DATABASE_URL names."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from tenure.foundation.database import embedded
from tenure.foundation.database.folder import DataFolder, data_folder
from tenure.foundation.database.pooling import refuse_broken
from tenure.foundation.refusals import Unavailable

OLDEST_MAJOR = 15
DJANGO_NAMES = {
    "dbname": "NAME",
    "user": "USER",
    "password": "PASSWORD",
    "host": "HOST",
    "port": "PORT",
}


def database_settings(
    folder: DataFolder, environ: Mapping[str, str] = os.environ
) -> dict[str, Any]:
    """What Django's DATABASES wants to know."""
    found = connection_parameters(folder, environ)
    named = {DJANGO_NAMES[key]: value for key, value in found.items() if key in DJANGO_NAMES}
    others = {key: value for key, value in found.items() if key not in DJANGO_NAMES}
    pool = {"min_size": 1, "max_size": 8, "timeout": 20, "check": refuse_broken}
    # What is prepared is planned once: for a page of customers planning takes twice what reading does.
    plans = f"{others.get('options', '')} -c plan_cache_mode=force_generic_plan".strip()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": others | {"prepare_threshold": 5, "pool": pool, "options": plans},
        **named,
    }


def connection_parameters(
    folder: DataFolder, environ: Mapping[str, str] = os.environ
) -> dict[str, str]:
    if url := environ.get("DATABASE_URL"):
        return parameters_of_url(url)
    return embedded.connection_parameters(folder)


def parameters_of_url(url: str) -> dict[str, str]:
    try:
        found = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise Unavailable(
            f"DATABASE_URL cannot be read ({str(error).strip()}). It looks like "
            "postgresql://user:password@host:5432/database."
        ) from None
    if not found.get("dbname"):
        raise Unavailable("DATABASE_URL names no database: put /name at its end.")
    return {key: str(value) for key, value in found.items() if value is not None}


@contextlib.contextmanager
def database_running(
    folder: DataFolder | None = None, environ: Mapping[str, str] = os.environ
) -> Iterator[None]:
    """See that the chosen database answers, and keep it up for as long as the block lasts."""
    folder = folder or data_folder(environ)
    if url := environ.get("DATABASE_URL"):
        folder.prepare()
        check_server(parameters_of_url(url))
        yield
    else:
        with embedded.running(folder):
            yield


def check_server(parameters: dict[str, str]) -> None:
    try:
        with psycopg.connect(**parameters, connect_timeout=10) as connection:  # type: ignore[arg-type]
            major = connection.info.server_version // 10000
    except psycopg.OperationalError as error:
        raise Unavailable(f"The server in DATABASE_URL does not answer: {error}") from None
    if major < OLDEST_MAJOR:
        raise Unavailable(
            f"The server in DATABASE_URL is PostgreSQL {major}; Tenure needs {OLDEST_MAJOR} or newer."
        )
