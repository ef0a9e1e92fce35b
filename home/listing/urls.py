"""Addresses of lists that are no pages: of municipalities, and one for each subject."""

from django.urls import path

from .municipalities import municipalities_page, municipality_page, municipality_suggestions
from .topic import subject_page

urlpatterns = [
    path("themen/<slug:slug>/", subject_page, name="subject"),
    path("kommunen/", municipalities_page, name="municipalities"),
    path("kommunen/vorschlaege/", municipality_suggestions, name="municipality_suggestions"),
    path("kommunen/<slug:slug>/", municipality_page, name="municipality"),
]
