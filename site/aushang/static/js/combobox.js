// Suggestions below a text field: an ARIA 1.2 combobox; without script it is a plain field.
export function combobox(field, choose) {
  const list = document.createElement("ul");
  Object.assign(list, { id: `${field.id}-suggestions`, className: "search-suggestions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", field.dataset.suggestionsLabel);
  const status = document.createElement("p");
  Object.assign(status, { className: "visually-hidden", role: "status" });
  (field.closest("[data-suggestions-below]") ?? field).after(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id })) {
    field.setAttribute(name, value);
  }
  const types = JSON.parse(field.dataset.suggestionsTypes || "{}");
  let place = -1, waiting;

  function show(entries, said = "") {
    list.replaceChildren(...entries.map((entry, index) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `${field.id}-suggestion-${index}`, role: "option", textContent: entry.title });
      const kind = document.createElement("span");
      Object.assign(kind, { className: "search-suggestions-type", textContent: types[entry.type] ?? "" });
      option.append(" ", kind);
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => { show([]); choose(entry); });
      return option;
    }));
    list.hidden = !entries.length;
    status.textContent = said;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  }

  function mark(next) {
    place = next;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    if (place < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    const typed = field.value.trim();
    if (typed.length < 2) return show([]);
    const answer = await fetch(`${field.dataset.suggestions}?${new URLSearchParams({ q: typed })}`);
    if (!answer.ok || typed !== field.value.trim() || document.activeElement !== field) return;
    const found = (await answer.json()).suggestions;
    show(found, `${field.dataset.suggestionsLabel}: ${found.length}`);
  }

  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => ask().catch(() => show([])), 150); });
  field.addEventListener("blur", () => show([]));
  field.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!count) return event.key === "ArrowDown" && ask().catch(() => show([]));
    if (event.key === "Escape") { event.preventDefault(); show([]); }
    if (step) { event.preventDefault(); mark((place + 1 + step + count + 1) % (count + 1) - 1); }
    if (event.key === "Enter" && place >= 0) { event.preventDefault(); list.children[place].click(); }
  });
  field.setAttribute("aria-expanded", "false");
}
