"""The address behind the form field."""

from django.urls import URLPattern, path
from wagtail import hooks

from .views import suggestions


@hooks.register("register_admin_urls")
def choosing_addresses() -> list[URLPattern]:
    """Suggestions of every long list."""
    return [path("auswahl/<str:label>/", suggestions, name="choosing")]
