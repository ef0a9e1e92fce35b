"""Elasticsearch 8 and 9, OpenSearch 2 and 3: plain bodies that all of them understand."""

from .guarded import ClusterEngine

__all__ = ["ClusterEngine"]
