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
from home.workflow.models import Message
from tests.factories import approval
from tests.home.workflow.interrupted import in_own_process
from tests.home.workflow.test_all_or_nothing import seen

pytestmark = pytest.mark.usefixtures("real_tasks")

APPROVING = {"verb": "approve", "group": "decide", "comment": "Gut."}


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


@pytest.mark.parametrize("at_write", [2, 6, 10, 14, 18])
def test_a_server_killed_while_it_approves(client, author, editors, at_write):
    page = approval.submitted(author)
    address = reverse("desk_page", args=[page.pk])
    client.force_login(editors[0])
    form = client.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    fields = APPROVING | {"seen": re.search(r'name="seen" value="([^"]+)"', form)[1], "csrfmiddlewaretoken": token}
    before = standing(page)

    server = make_server("127.0.0.1", 0, get_wsgi_application())
    with socket.create_connection(server.server_address) as browser:
        browser.sendall(as_request(client, address, fields))
        assert in_own_process(server.handle_request, at_write=at_write) == signal.SIGKILL
    server.server_close()

    assert standing(page) == before
    assert client.post(address, fields).status_code == 302
    assert BasePage.objects.get(pk=page.pk).live
    assert Message.objects.filter(verb="release", recipient=author).count() == 1
