"""The demo: as in earnest, but with an own secret, static files from the checkout and the style guide."""

from django.core.management.utils import get_random_secret_key

from .base import *  # noqa: F403
from .base import DATA_DIR, STORAGES, env

AUSHANG_DEMO = AUSHANG_STYLEGUIDE = True
WHITENOISE_USE_FINDERS = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def kept_secret() -> str:
    """A secret of this installation: made once, kept in the data folder, readable by its owner only."""
    file = DATA_DIR / "secret-key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(get_random_secret_key())
    return file.read_text()


SECRET_KEY = env.str("AUSHANG_SECRET_KEY", default="") or kept_secret()
