"""The addresses of the portal."""

from django.urls import path

from .views import (
    access,
    account,
    by_mail,
    case,
    door,
    invitation,
    overview,
    papers,
    questions,
    section,
    team,
    uploads,
    withdrawing,
)  # fmt: skip

CASE = "beispiel/<int:case>"

urlpatterns = [
    path("", overview.overview, name="portal_overview"),
    path("anmelden/", door.sign_in, name="portal_sign_in"),
    path("anmelden/code/", door.code, name="portal_code"),
    path("anmelden/passwort/", door.password, name="portal_password"),
    path("anmelden/<str:key>/", door.link, name="portal_sign_in_link"),
    path("abmelden/", door.sign_out, name="portal_sign_out"),
    path("einladung/<str:key>/", invitation.invitation, name="portal_invitation"),
    path("antwort/<str:key>/", by_mail.answer, name="portal_answer_by_mail"),
    path("zugang/", access.access, name="portal_access"),
    path("kommune/<int:municipality>/", team.team, name="portal_team"),
    path("konto/", account.account, name="portal_account"),
    path("konto/daten.json", account.own_data, name="portal_own_data"),
    path("kommune/<int:municipality>/daten.json", account.town_data, name="portal_town_data"),
    path("ratsvorlage/<int:published>.<slug:form>", papers.council_file, name="portal_council_paper"),
    path("kommune/<int:municipality>/beginnen/", overview.begin, name="portal_begin"),
    path("kommune/<int:municipality>/<int:membership>/beenden/", team.end, name="portal_end"),
    path("kommune/<int:municipality>/<int:membership>/uebergeben/", team.hand_over, name="portal_hand_over"),
    path(f"{CASE}/", case.case, name="portal_case"),
    path(f"{CASE}/einreichen/", case.submit, name="portal_submit"),
    path(f"{CASE}/zuruecknehmen/", case.retract, name="portal_retract"),
    path(f"{CASE}/zurueckziehen/", withdrawing.withdraw, name="portal_withdraw"),
    path(f"{CASE}/vorschau/", case.preview, name="portal_preview"),
    path(f"{CASE}/aenderungen/", questions.changes, name="portal_changes"),
    path(f"{CASE}/fragen/<int:comment>/", questions.answer, name="portal_answer"),
    path(f"{CASE}/hochladen/<slug:kind>/", uploads.upload, name="portal_upload"),
    path(f"{CASE}/bild/<int:picture>/", uploads.thumbnail, name="portal_picture"),
    path(f"{CASE}/bild/<int:picture>/widerrufen/", account.revoke, name="portal_revoke"),
    path(f"{CASE}/fragen.<slug:form>", papers.questions_file, name="portal_questions"),
    path(f"{CASE}/pressepaket.zip", papers.press_kit_file, name="portal_press_kit"),
    path(f"{CASE}/<slug:section>/", section.section, name="portal_section"),
]
