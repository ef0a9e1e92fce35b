"""Addresses of lists that are no pages: one for each subject."""

from django.urls import path

from .topic import subject_page

urlpatterns = [path("themen/<slug:slug>/", subject_page, name="subject")]
