"""Finding among many: the list of case studies with four facets, and the typeahead of municipalities.

One line a figure; the yardstick is the same with a hundred:  python -m tests.benchmarks.places
"""

import os
import subprocess
import sys
import time
from statistics import quantiles

import django

from tests.servers.server import own_folder

FEW, MANY, TOWNS = 100, 10_000, 11_000
ROUNDS, WARM_UP = 40, 3
FACETS = "thema=beteiligung&groesse=unter-5000&zielgruppe=familien&phase=running"
LIST, TYPED = "/praxisbeispiele/", "/kommunen/vorschlaege/?q=neu"


def p95(path: str) -> tuple[float, int]:
    """Milliseconds and number of queries of an address."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client, times = Client(), []
    for number in range(ROUNDS + WARM_UP):
        start = time.perf_counter()
        status = client.get(path, headers={"host": "127.0.0.1"}).status_code
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        if number >= WARM_UP:
            times.append((time.perf_counter() - start) * 1000)
    with CaptureQueriesContext(connection) as queries:
        client.get(path, headers={"host": "127.0.0.1"})
    return quantiles(times, n=20)[-1], len(queries)


def measure() -> None:
    """Grows an empty database step by step, and measures at each."""
    from tests.factories.many_places import import_list, more_case_studies  # noqa: PLC0415

    found: dict[str, list[tuple[float, int]]] = {LIST: [], f"{LIST}?{FACETS}": [], TYPED: []}
    for towns, studies in ((FEW, FEW), (TOWNS, MANY)):
        start = time.perf_counter()
        rows = import_list(towns)
        print(f"import_municipalities, {rows:,} rows: {time.perf_counter() - start:.1f} s", flush=True)
        more_case_studies(studies)
        for path, figures in found.items():
            figures.append(p95(path))
    for path, ((few, queries_few), (many, queries_many)) in found.items():
        print(
            f"{path}: p95 {many:.1f} ms at {MANY:,} case studies and {TOWNS:,} municipalities, {few:.1f} ms at {FEW} "
            f"({many / few:.1f} times); {queries_many} queries, {queries_few} at {FEW}",
            flush=True,
        )


def places_lines() -> None:
    """All figures, from a database of their own."""
    with own_folder() as folder:
        environment = os.environ | {
            "AUSHANG_DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
        }
        for command in (["manage.py", "migrate", "--verbosity", "0"], ["-m", "tests.benchmarks.places"]):
            subprocess.run([sys.executable, *command], env=environment, check=True)


def main() -> int:
    """Measures the empty, migrated database of AUSHANG_DATA_DIR."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.benchmarks.settings")
    django.setup()
    measure()
    return 0


if __name__ == "__main__":
    sys.exit(main())
