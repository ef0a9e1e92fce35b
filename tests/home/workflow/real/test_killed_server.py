"""kill -9 of the server while it answers a click: nothing is half done, and the same form can be sent again."""

import re
import signal
import socket
from urllib.parse import urlencode
from wsgiref.simple_server import make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.urls import reverse

from home.page.models import BasePage
from home.workflow.desk.offers import EMERGENCY, WITHDRAWAL
from home.workflow.models import Message
from home.workflow.record import chain
from tests.home.workflow.interrupted import in_own_process, spread, writes_of
from tests.home.workflow.test_all_or_nothing import DEEDS, seen

pytestmark = pytest.mark.usefixtures("real_tasks")

DEATHS = 3


def standing(page) -> tuple:
    with transaction.atomic():
        return seen(BasePage.objects.get(pk=page.pk).specific)


def as_request(client, address: str, fields: dict[str, str]) -> bytes:
    """The click as a browser sends it."""
    body = urlencode(fields).encode()
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def filled(client, address: str, verb: str) -> dict[str, str]:
    """The form of the verb as the approval screen shows it."""
    content = client.get(address).content.decode()
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]+)"', content)[1] for name in ("csrfmiddlewaretoken", "seen")
    }
    group = "withdrawal" if verb in WITHDRAWAL else "emergency" if verb in EMERGENCY else "decide"
    return hidden | {"verb": verb, "group": group, "comment": "Mit Grund.", "kind": "outdated"}


@pytest.mark.parametrize("verb", DEEDS)
def test_a_server_killed_while_it_answers(request, client, author, academy, verb):
    place, role = DEEDS[verb]
    page = place(author, academy)
    address = reverse("desk_page", args=[page.pk])
    client.force_login(request.getfixturevalue(role))
    fields = filled(client, address, verb)
    before, told = standing(page), Message.objects.filter(verb=verb).count()
    for at_write in spread(writes_of(lambda: client.post(address, fields)), DEATHS):
        server = make_server("127.0.0.1", 0, get_wsgi_application())
        with socket.create_connection(server.server_address) as browser:
            browser.sendall(as_request(client, address, fields))
            assert in_own_process(server.handle_request, at_write=at_write) == signal.SIGKILL
        server.server_close()
        assert standing(page) == before, f"write {at_write}"
    for _click in range(2):
        assert client.post(address, fields).status_code == 302
    assert standing(page) != before
    assert chain.entries_of(page.pk).filter(verb=verb).count() == 1
    rows = Message.objects.filter(verb=verb).values_list("recipient", flat=True)[told:]
    assert len(rows) == len(set(rows))
