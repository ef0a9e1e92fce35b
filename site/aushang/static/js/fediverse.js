// Remembers the reader's server in their own browser, if they tick the box; nothing is sent anywhere.
const form = document.querySelector("[data-fediverse]");
const KEY = "aushang.fediverse";

if (form) {
  const server = form.elements.server;
  const choice = form.querySelector("[data-remember]");
  const box = choice.querySelector("input");
  try {
    const kept = localStorage.getItem(KEY);
    box.checked = Boolean(kept);
    server.value ||= kept ?? "";
    choice.hidden = false;
    form.addEventListener("submit", () => {
      if (box.checked) localStorage.setItem(KEY, server.value.trim());
      else localStorage.removeItem(KEY);
    });
  } catch {
    choice.hidden = true;
  }
}
