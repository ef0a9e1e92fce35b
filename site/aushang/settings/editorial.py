"""The editors' knobs: approval, offered actions, what is shown how often. No technology here."""

# How approval works: docs/decisions/0003-four-eyes.md
AUSHANG_PAGE_PERMISSIONS = "programs.portal.permissions.PortalPermissions"
AUSHANG_WORKFLOW_OF_PAGE = "home.workflow.models.assigned_workflow"
# The shipped workflow of a type of page; all others follow *Mitteilung*.
AUSHANG_WORKFLOW_OF_TYPE = {
    "programs.ProgramPage": "Programm",
    "programs.EditionPage": "Programm",
    "programs.CaseStudyPage": "Praxisbeispiel",
}
# Files on live or waiting pages are not replaced: docs/decisions/0014-record.md
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.workflow.record.media_forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.workflow.record.media_forms.FileForm"
WAGTAIL_FINISH_WORKFLOW_ACTION = "home.workflow.transitions.release"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

# The actions under every article, in this order.
AUSHANG_ARTICLE_ACTIONS = [
    "home.actions.pdf.action.SavePdf",
    "home.actions.mail.SendMail",
    "home.actions.share.Share",
    "home.actions.printout.Print",
]

# Entries on one page of a list.
AUSHANG_PAGE_SIZE = 10
