"""Development: debug pages, unhashed static files, mails in the console."""

from .base import *  # noqa: F403

DEBUG = True
AUSHANG_STYLEGUIDE = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
