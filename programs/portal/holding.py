"""A case study held against everybody else who wants to change it at this moment."""

from django.db.models import QuerySet

from home.page.models import BasePage

from ..models import CaseStudyPage


def held(case: QuerySet[CaseStudyPage]) -> CaseStudyPage:
    """The one that this question finds, as it is now; verbs and other saves wait until this transaction ends.

    First the row that every verb holds, then everything else: PostgreSQL reads what is joined to a row that had to be
    waited for as it was before the wait. Raises `CaseStudyPage.DoesNotExist` where there is none.
    """
    BasePage.objects.select_for_update(of=("self",)).filter(pk__in=case.values("pk")).values_list("pk").first()
    return case.select_related("state", "case", "municipality", "latest_revision").get()
