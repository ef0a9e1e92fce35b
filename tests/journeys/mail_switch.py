"""The switch of the mail form, as an administrator uses it."""

from playwright.sync_api import Browser


def mail_form_for(browser: Browser, site: str, whom: str) -> None:
    """Sets who may send mails: `off`, `members` or `everybody`."""
    context = browser.new_context(base_url=site, locale="de-DE")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto("/admin/login/")
    page.locator("#id_username").fill("admin")
    page.locator("#id_password").fill("aushang-demo")
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/admin/")
    page.goto("/admin/settings/actions/actionsettings/")
    page.locator("[name=mail_form]").select_option(whom)
    page.get_by_role("button", name="Speichern").first.click()
    page.wait_for_load_state("networkidle")
    context.close()
