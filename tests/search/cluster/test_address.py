"""SEARCH_URL: several nodes, a login, a prefix; what cannot be understood is said without the password."""

import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines.cluster.address import ClusterAddress
from search.engines.cluster.connection import client_class


def test_everything_in_one_address():
    address = ClusterAddress.read("opensearch://me:p%40ss@one:9201,two/site?tls=1")
    assert address.nodes == ("https://one:9201", "https://two:9200")
    assert (address.product, address.login, address.prefix) == ("opensearch", ("me", "p@ss"), "site")


def test_the_least():
    address = ClusterAddress.read("elasticsearch://search")
    assert (address.nodes, address.login, address.prefix) == (("http://search:9200",), None, "aushang")


@pytest.mark.parametrize(
    "wrong", ["http://one:9200", "elasticsearch://", "opensearch://u:secret@one:x/a", "elasticsearch://o/A*"]
)
def test_what_cannot_be_understood(wrong):
    with pytest.raises(ImproperlyConfigured) as refusal:
        ClusterAddress.read(wrong)
    assert "secret" not in str(refusal.value)


def test_the_client_of_the_other_product_need_not_be_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    monkeypatch.delitem(sys.modules, "search.engines.cluster.opensearch_client", raising=False)
    assert client_class("elasticsearch")
    with pytest.raises(ImproperlyConfigured, match=r"aushang\[opensearch\]"):
        client_class("opensearch")
