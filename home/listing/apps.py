"""The application `home.listing`."""

from django.apps import AppConfig


class ListingConfig(AppConfig):
    """Lists of pages by kind and subject."""

    name = "home.listing"
    label = "listing"
