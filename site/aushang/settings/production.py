"""In earnest: refuses to start when something unsafe is left."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import BASE_URL, SECRET_KEY, env

if not env.str("AUSHANG_SECRET_KEY", default="") or len(SECRET_KEY) < 50:  # noqa: PLR2004
    raise ImproperlyConfigured("Set AUSHANG_SECRET_KEY to at least 50 random characters.")
ALLOWED_HOSTS = env.list("AUSHANG_ALLOWED_HOSTS", default=[])
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set AUSHANG_ALLOWED_HOSTS to the host names of the site, without a wildcard.")
if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("Set AUSHANG_BASE_URL to the public https:// address of the site.")

AUSHANG_PROXIES = env.int("AUSHANG_PROXIES", default=1)
SECURE_SSL_REDIRECT = True
# Watchers ask the process itself, without the proxy that speaks TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
