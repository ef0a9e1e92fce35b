"""News: announcements with their corrections, the page that lists them, and passes to those not out yet."""

from .article import ArticlePage
from .correction import Correction
from .index import NewsIndexPage
from .preview_pass import PreviewPass

__all__ = ["ArticlePage", "Correction", "NewsIndexPage", "PreviewPass"]
