"""Addresses of the feeds, `feed.atom` and `feed.rss` below any page that lists others; and of what is not out yet."""

from django.urls import path, re_path

from .feeds import feed
from .previews import preview

urlpatterns = [
    re_path(r"^(?P<path>(?:[\w\-]+/)*)feed\.(?P<format>atom|rss)$", feed, name="feed"),
    path("sperrfrist/<str:token>/", preview, name="preview_pass"),
]
