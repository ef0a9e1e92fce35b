"""Reads the environment variables; the table of all of them is in docs/operating.md."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ

env = environ.Env()

# A cache for pages of the file that holds the search index; the rest is read where the system has it already.
SQLITE_PRAGMAS = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768; PRAGMA mmap_size=268435456;
"""


def data_dir() -> Path:
    """Folder of the SQLite file, media and cache: AUSHANG_DATA_DIR, else `var` beside manage.py.

    A wheel has no manage.py beside it; there the current directory counts.
    """
    checkout = Path(__file__).resolve().parents[3]
    home = checkout if (checkout / "manage.py").exists() else Path.cwd()
    folder = Path(env.str("AUSHANG_DATA_DIR", default=str(home / "var")))
    (folder / "static").mkdir(parents=True, exist_ok=True)
    return folder


DATA_DIR = data_dir()


def database() -> dict:
    """DATABASE_URL, else SQLite in WAL mode with immediate transactions and a busy timeout."""
    config = env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'aushang.sqlite3'}")
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        }
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


def cache() -> dict:
    """CACHE_URL, else files below the data folder, which all workers share."""
    return env.cache_url("CACHE_URL", default=f"filecache://{DATA_DIR / 'cache'}")


def storages() -> dict:
    """Where files lie: originals private, renditions public, both on disk or S3-compatible by STORAGE_URL."""
    if address := env.str("STORAGE_URL", default=""):
        return object_storages(address)
    disk = "django.core.files.storage.FileSystemStorage"
    # Words, not paths: deleting a file is a task, and the queue keeps the storage with it as JSON.
    private, public = str(DATA_DIR / "private"), str(DATA_DIR / "media")
    return {
        "default": {"BACKEND": disk, "OPTIONS": {"location": private, "base_url": None}},
        "renditions": {"BACKEND": disk, "OPTIONS": {"location": public, "base_url": "/media/"}},
    }


def object_storages(address: str) -> dict:
    """`s3://KEY:SECRET@host[:port]/bucket`: private objects under private/, renditions under media/."""
    url = urlsplit(address)
    shared = {
        "access_key": unquote(url.username or ""),
        "secret_key": unquote(url.password or ""),
        "endpoint_url": f"https://{url.hostname}" + (f":{url.port}" if url.port else ""),
        "bucket_name": url.path.strip("/"),
    }
    backend = "aushang.object_storage.ObjectStorage"
    return {
        "default": {"BACKEND": backend, "OPTIONS": {**shared, "alias": "default", "location": "private"}},
        "renditions": {
            "BACKEND": backend,
            "OPTIONS": {**shared, "alias": "renditions", "location": "media", "querystring_auth": False},
        },
    }
