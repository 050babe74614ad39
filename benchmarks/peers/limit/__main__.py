"""The bare limit, served as Tenure is: granian, processes of four threads.

python -m benchmarks.peers.limit --port 8102 [--workers 2]
"""

import argparse
import multiprocessing

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--port", type=int, required=True)
    reader.add_argument("--workers", type=int, default=2)
    told = reader.parse_args()
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        "benchmarks.peers.limit.wsgi:application",
        address="127.0.0.1",
        port=told.port,
        interface=Interfaces.WSGI,
        workers=told.workers,
        blocking_threads=4,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    main()
