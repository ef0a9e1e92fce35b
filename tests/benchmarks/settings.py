"""The demo's settings, and the yardstick beside the site's addresses."""

from aushang.settings.demo import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
