// Counts the characters of a text with a limit. It never cuts: too long is a matter of the checklist.
for (const field of document.querySelectorAll("[data-limit]")) {
  const limit = Number(field.dataset.limit);
  const note = document.createElement("span");
  note.className = "portal-counter";
  note.id = `${field.id}_count`;
  field.after(note);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
  const count = () => {
    const length = field.value.length;
    note.textContent = length > limit * 0.5 ? `${length} / ${limit}` : "";
    note.classList.toggle("is-over", length > limit);
  };
  field.addEventListener("input", count);
  count();
}
