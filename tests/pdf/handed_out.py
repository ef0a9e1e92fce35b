"""PDFs as readers get them, and what is stored of them."""

from home.actions.pdf import store


def fetch(client, page) -> bytes:
    """The PDF of a page."""
    return body(client.get(page.url + "artikel.pdf"))


def body(response) -> bytes:
    """All of an answer."""
    return b"".join(response)


def stored(page) -> list[str]:
    """The names of the stored files of a page."""
    return store.names_in(f"pdf/{page.pk}")[1]
