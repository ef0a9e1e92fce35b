"""Makes the flyers of the demo from their HTML: `python -m programs.demo.flyers`. The PDFs are kept beside it."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from weasyprint import CSS, HTML

from home.demo import scenes

FOLDER = Path(__file__).parent
# Each flyer with the scene on its first page.
FLYERS = {"flyer-nachbarschaftsgespraeche": ("doors", 1), "merkblatt-prozessbegleitung": ("steps", 1)}
SIZE = (800, 450)


def picture(scene: str, seed: int) -> str:
    """The scene as a data address, small enough for a flyer."""
    data = BytesIO()
    scenes.draw(scene, seed).resize(SIZE).quantize(48).save(data, "PNG", optimize=True)
    return "data:image/png;base64," + b64encode(data.getvalue()).decode()


def make(name: str) -> None:
    """One flyer: two pages A5, tagged for screen readers (PDF/UA-1)."""
    text = (FOLDER / f"{name}.html").read_text("utf-8").replace("{picture}", picture(*FLYERS[name]))
    style = CSS(FOLDER / "flyer.css")
    HTML(string=text).write_pdf(FOLDER / f"{name}.pdf", stylesheets=[style], pdf_variant="pdf/ua-1", pdf_tags=True)


if __name__ == "__main__":
    for flyer in FLYERS:
        make(flyer)
