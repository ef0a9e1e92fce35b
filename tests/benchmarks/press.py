"""What the benchmarks do inside the site's own process: typeset, and plant a hostile article."""

import os
import statistics
import time
from pathlib import Path

from home.actions.pdf import engine
from home.actions.pdf.document import html_of
from home.actions.pdf.fetcher import OwnFiles
from home.actions.pdf.mounts import own_mounts
from home.actions.pdf.press import sheets
from home.page.models import BasePage
from news.models import ArticlePage, NewsIndexPage

ROWS, COLUMNS = 1_900, 5


def cpu_of(process: int) -> float:
    """Processor seconds of another process so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def first_rendering() -> None:
    """Prints what the first PDF of an article costs, template and press together."""
    pages = [page for page in BasePage.objects.readable().order_by("pk").specific() if page.is_article][:6]
    press = engine.typesetter()
    costs, plain = [], []
    for page in pages:
        known, own = cpu_of(press.machine.process.pid) if costs else 0, time.process_time()
        data = press.typeset(html_of(page), page.canonical_url())
        costs.append(cpu_of(press.machine.process.pid) - known + time.process_time() - own)
        plain.append(plain_cost(html_of(page), page.canonical_url()))
    middle, yardstick = statistics.median(costs[1:]), statistics.median(plain[1:])
    print(
        f"first PDF of an article ({len(data) // 1024} KB): {middle:.2f} s of processor time in a warm press, "
        f"{costs[0]:.2f} s in a new one; WeasyPrint alone: {yardstick:.2f} s; ratio {middle / yardstick:.2f}"
    )


def plain_cost(html: str, address: str) -> float:
    """Processor seconds of WeasyPrint with the same document and nothing of ours but the files and sheets."""
    from home.actions.pdf import typesetting  # noqa: PLC0415 (the press loads it, the site never does)

    ask = OwnFiles(own_mounts()).fetch
    start = time.process_time()
    fonts, styles = typesetting.fonts_and_sheets(tuple(sheets()))
    source = typesetting.HTML(string=html, base_url=address, url_fetcher=typesetting.AskingFetcher(ask))
    source.write_pdf(font_config=fonts, stylesheets=styles, pdf_variant="pdf/ua-1")
    return time.process_time() - start


def hostile_article() -> None:
    """Plants an article that is just within the gates, and prints the address of its PDF."""
    row = ["Zelle mit etwas Text"] * COLUMNS
    value = {
        "table_caption": "Lang",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "data": [row] * ROWS,
        "cell": [],
        "mergeCells": [],
    }
    page = ArticlePage(title="Lang", slug="lang", live=False, body=[{"type": "table", "value": value}])
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    print(page.url + "artikel.pdf")
