"""Addresses of the search."""

from django.urls import path

from . import views

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("suche/vorschlaege/", views.suggest, name="search_suggestions"),
]
