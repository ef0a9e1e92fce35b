"""Articles about the same as an article: those that share its most telling words. One question, always up to date."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import get_page_models

from home.page.models import BasePage

from .engines import readable
from .models import IndexState, TellingWord

MOST = 4
# SQLite takes tables that are joined so in the order of the text: from the few words of the page to their sharers.
QUESTION = f"""
SELECT p.* FROM (
    SELECT other.key AS key, SUM(mine.weight * other.weight) AS shared
    FROM {IndexState._meta.db_table} state
    CROSS JOIN {TellingWord._meta.db_table} mine
    CROSS JOIN {TellingWord._meta.db_table} other
    WHERE state.id = 1 AND mine.generation = state.generation AND mine.key = %s
        AND other.generation = mine.generation AND other.stem = mine.stem AND other.key <> mine.key
    GROUP BY other.key
) e JOIN {readable.TABLE} p ON p.id = e.key
WHERE {{condition}} AND p.content_type_id IN ({{types}})
ORDER BY e.shared DESC, p.display_date DESC, p.id DESC LIMIT {MOST}
"""  # noqa: S608


def related(page: BasePage) -> list[BasePage]:
    """Up to four articles that everybody may read now, most similar first."""
    condition, values = readable.condition()
    types = article_types()
    question = QUESTION.format(condition=condition, types=", ".join(["%s"] * len(types)))
    return list(BasePage.objects.raw(question, [page.pk, *values, *types]))


def article_types() -> list[int]:
    """The keys of the page types that are articles; Django keeps them in memory."""
    return [ContentType.objects.get_for_model(model).pk for model in get_page_models() if model.is_article]
