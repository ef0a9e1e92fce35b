"""Tests: own database file and media, tasks run at once, quick password hashes."""

from .base import *  # noqa: F403
from .base import DATA_DIR, DATABASES, STORAGES, env

AUSHANG_DEMO = AUSHANG_STYLEGUIDE = True
SECRET_KEY = "for-tests-only"  # noqa: S105
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if not env.str("CACHE_URL", default=""):
    memory = "django.core.cache.backends.locmem.LocMemCache"
    CACHES = {"default": {"BACKEND": memory}, "renditions": {"BACKEND": memory, "LOCATION": "renditions"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
if env.str("CACHE_URL", default="").startswith("redis"):
    # Each worker of pytest has a database of its own: clearing a cache empties the whole database.
    worker = env.str("PYTEST_XDIST_WORKER", default="gw0").removeprefix("gw")
    for cache in CACHES.values():
        cache["LOCATION"] = f"{cache['LOCATION'].rpartition('/')[0]}/{worker}"
