"""Looking at a pooled connection before it is used again."""

import select

from psycopg import Connection
from psycopg_pool import ConnectionPool


def refuse_broken(connection: Connection) -> None:
    """Raise where the server has hung up. A server that hangs up, by ending or by being killed, makes
    the socket readable: asking the kernel costs nothing beside asking the server."""
    readable, _, _ = select.select([connection.fileno()], [], [], 0)
    if readable:
        ConnectionPool.check_connection(connection)
