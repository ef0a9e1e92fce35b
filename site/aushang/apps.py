"""The site as an application, so that Django finds its templates, styles and texts."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Appearance only; it has no models."""

    name = "aushang"
    verbose_name = "Aushang"
