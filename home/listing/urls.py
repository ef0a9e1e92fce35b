"""Addresses of municipalities."""

from django.urls import path

from .municipalities import municipalities_page, municipality_page, municipality_suggestions

urlpatterns = [
    path("kommunen/", municipalities_page, name="municipalities"),
    path("kommunen/vorschlaege/", municipality_suggestions, name="municipality_suggestions"),
    path("kommunen/<slug:slug>/", municipality_page, name="municipality"),
]
