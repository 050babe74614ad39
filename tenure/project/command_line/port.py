"""The port that the portal listens on."""

import os
import socket
import time

from tenure.foundation.refusals import Unavailable

SECONDS_TO_LET_GO = 2  # a portal that was killed a moment ago may hold its port for a breath


def wanted_port() -> int:
    told = os.environ.get("TENURE_PORT", "8000")
    if not told.isdecimal() or not 0 < int(told) < 65536:
        raise Unavailable(f"TENURE_PORT is “{told}”: a port is a number from 1 to 65535.")
    return int(told)


def refuse_taken_port(host: str, port: int) -> None:
    patience = time.monotonic() + SECONDS_TO_LET_GO
    while trouble := _trouble_with(host, port):
        if time.monotonic() > patience:
            other = port + 1 if port < 65535 else port - 1
            raise Unavailable(
                f"Port {port} is taken ({trouble}). Choose another: TENURE_PORT={other}"
            )
        time.sleep(0.1)


def _trouble_with(host: str, port: int) -> str:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.strerror or str(error)
    return ""
