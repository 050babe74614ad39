"""How the embedded server is reached: by the application, and by its owner for repairs."""

from tenure.foundation.database.folder import DataFolder


def connection_parameters(folder: DataFolder) -> dict[str, str]:
    """How the application reaches the embedded server (libpq's names)."""
    return {
        "host": str(folder.sockets),
        "port": "5432",
        "user": "tenure",
        "password": folder.secret("database-password"),
        "dbname": "tenure",
    }


def owner_parameters(folder: DataFolder) -> dict[str, str]:
    return connection_parameters(folder) | {
        "user": "postgres",
        "dbname": "postgres",
        "password": folder.secret("database-owner-password"),
    }
