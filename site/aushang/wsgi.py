"""The entry of the application server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aushang.settings.production")

application = get_wsgi_application()
