"""A server that nobody must visit, files that nobody must read, and documents that try both."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from django.conf import settings
from PIL import Image

WORD = "qwxgeheim"
MEDIA = f"{settings.BASE_URL}/media/"


@dataclass
class Trap:
    """Where it listens, where the secrets lie, and who came."""

    port: int
    folder: Path
    visitors: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def secret(self, ending: str) -> str:
        """The path of a secret file."""
        return f"{self.folder}/{WORD}.{ending}"


@contextmanager
def listening(folder: Path) -> Iterator[Trap]:
    """A server that notes every connection, whatever is said on it; every address redirects to a secret."""
    trap = Trap(0, folder)

    class Redirects(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", f"file://{trap.secret('png')}")
            self.end_headers()

        def log_message(self, *args) -> None:
            """Quiet."""

    class Server(ThreadingHTTPServer):
        def process_request(self, request, client_address) -> None:
            trap.visitors.append(str(client_address))
            super().process_request(request, client_address)

    plant(folder)
    server = Server(("127.0.0.1", 0), Redirects)
    trap.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield trap
    server.shutdown()
    server.server_close()


def plant(folder: Path) -> None:
    """Secrets of every kind that a document could show."""
    Image.new("RGB", (9, 9), "#ff0000").save(folder / f"{WORD}.png")
    (folder / f"{WORD}.txt").write_text(WORD)
    (folder / f"{WORD}.css").write_text(f'h1::after {{ content: "{WORD}" }}')
    (folder / f"{WORD}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" id="a"><text y="20">{WORD}</text></svg>'
    )


def svg(inner: str, before: str = "") -> str:
    """A drawing inside an address."""
    drawing = (
        f"{before}<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {inner}</svg>"
    )
    return '<img alt="x" src="data:image/svg+xml,{}">'.format(drawing.replace("#", "%23").replace('"', "'"))


def svg_with_references(trap: Trap) -> str:
    """Pictures, symbols, sheets, foreign objects and entities, in an address and in the document itself."""
    parts = []
    for target in (trap.address + "/a.svg", f"file://{trap.secret('svg')}", f"{MEDIA}../{WORD}.svg"):
        parts += [
            f"width='90' height='90'><image href='{target}' width='90' height='90'/>",
            f"width='90' height='90'><image xlink:href='{target}' width='90' height='90'/>",
            f"width='90' height='90'><use href='{target}#a'/><use xlink:href='{target}#a'/>",
            f"width='90' height='90'><style>@import url({target});</style><rect width='9' fill='url({target}#a)'/>",
            f"width='90' height='90'><foreignObject><img src='{target}'/></foreignObject>",
        ]
    inline = "".join(f"<svg xmlns:xlink='http://www.w3.org/1999/xlink' {part}</svg>" for part in parts)
    entity = f"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file://{trap.secret('txt')}'>]>"
    sheet = f"<?xml-stylesheet href='{trap.address}/sheet.css'?>"
    tricks = svg("width='90' height='90'><text y='20'>&x;</text>", entity) + svg("width='9' height='9'>", sheet)
    return "".join(map(svg, parts)) + inline + tricks


def pictures(*addresses: str) -> str:
    """An image for each address."""
    return "".join(f'<img alt="x" src="{address}" srcset="{address} 2x">' for address in addresses)


def files(trap: Trap) -> str:
    """`file:` in every spelling."""
    path = trap.secret("png")
    return pictures(f"file://{path}", f"FILE://{path}", f"file:{path}", f"file://localhost{path}", path, f"//{path}")


def upwards(trap: Trap) -> str:
    """Out of the folder of the media and of the static files."""
    path, base = trap.secret("png"), settings.BASE_URL
    steps = ["../" * 12, "%2e%2e/" * 12, "..%2f" * 12, "..\\" * 12, "....//" * 6, "/"]
    return pictures(*(f"{base}/{folder}/{step}{path[1:]}" for folder in ("media", "static") for step in steps))


def internal_addresses(trap: Trap) -> str:
    """This machine in every notation, and where clouds keep their secrets."""
    hosts = ("localhost", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "017700000001")
    own = settings.BASE_URL.removeprefix("http://")
    tricks = [f"http://{own}@127.0.0.1:{trap.port}/media/a.png", f"HTTP://127.0.0.1:{trap.port}/media/a.png"]
    clouds = ["http://169.254.169.254/latest/meta-data/", "http://metadata.google.internal/", "gopher://127.0.0.1:1/_"]
    return pictures(*(f"http://{host}:{trap.port}/media/a.png" for host in hosts), *tricks, *clouds)


def redirects(trap: Trap) -> str:
    """An address that leads on to a file."""
    return pictures(trap.address + "/media/a.png", f"//127.0.0.1:{trap.port}/media/a.png")


def attachments(trap: Trap) -> str:
    """Files that would travel inside the PDF, and other documents inside the document."""
    places = (trap.address + "/attached", f"file://{trap.secret('txt')}", trap.secret("txt"))
    links = "".join(f'<link rel="attachment" href="{at}"><a rel="attachment" href="{at}">a</a>' for at in places)
    frames = "".join(
        f'<object data="{at}"></object><embed src="{at}"><iframe src="{at}"></iframe><video poster="{at}" src="{at}">'
        f'</video><input type="image" src="{at}"><link rel="icon" href="{at}">'
        for at in places
    )
    return links + frames


def css_imports(trap: Trap) -> str:
    """Sheets, fonts and pictures that a sheet asks for."""
    sheets = "".join(
        f'<link rel="stylesheet" href="{at}"><style>@import url({at}); @import "{at}";'
        f"h1 {{ background: url({at}); list-style-image: url({at}) }} p::before {{ content: url({at}) }}"
        f"@font-face {{ font-family: x; src: url({at}) }} p {{ font-family: x }}"
        f"@page {{ background: url({at}) }}</style>"
        f'<div style="background: image-set(url({at}) 1x), url({at}); mask: url({at})">b</div>'
        for at in (trap.address + "/a.css", f"file://{trap.secret('css')}", f"{settings.BASE_URL}/static/../{WORD}.css")
    )
    return sheets + '<link rel="stylesheet" href="data:text/css,h1::after{content:%22' + WORD + '%22}">'


ATTEMPTS: dict[str, Callable[[Trap], str]] = {
    "SVG with references": svg_with_references,
    "file:": files,
    "..": upwards,
    "internal addresses": internal_addresses,
    "redirects": redirects,
    "attachments": attachments,
    "CSS imports": css_imports,
}
