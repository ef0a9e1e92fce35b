"""Addresses of the search."""

from django.urls import path

from . import feeds, views

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("suche/feed.atom", feeds.feed, name="search_feed"),
    path("suche/vorschlaege/", views.suggest, name="search_suggestions"),
]
