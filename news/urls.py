"""Addresses of the feeds: `feed.atom` and `feed.rss` below any page that lists others."""

from django.urls import re_path

from .feeds import feed

urlpatterns = [re_path(r"^(?P<path>(?:[\w\-]+/)*)feed\.(?P<format>atom|rss)$", feed, name="feed")]
