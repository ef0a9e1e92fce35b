// Several entries of a long list: a suggestion becomes a ticked box above the field; without script names are typed in full.
import { combobox } from "./combobox.js";

function start(field) {
  const { name } = field;
  const chosen = field.parentElement.querySelector(".several-chosen");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "several-status help";
  field.parentElement.append(status);

  function add(entry) {
    let box = [...chosen.querySelectorAll("input")].find((known) => known.value === String(entry.id));
    if (!box) {
      const item = document.createElement("li");
      const label = document.createElement("label");
      const text = document.createElement("span");
      box = document.createElement("input");
      Object.assign(box, { type: "checkbox", name: field.dataset.several, value: entry.id });
      text.textContent = entry.title;
      label.append(box, " ", text);
      item.append(label);
      chosen.append(item);
    }
    box.checked = true;
    field.value = "";
    status.textContent = `${field.dataset.severalAdded} ${entry.title}`;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // While somebody is typing, half a name is not sent along when the page saves itself.
  const whole = () => field.setAttribute("name", name);
  combobox(field, add);
  field.addEventListener("input", () => field.removeAttribute("name"));
  field.addEventListener("blur", whole);
  field.form?.addEventListener("submit", whole, { capture: true });
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && field.value.trim()) event.preventDefault(); });
}

document.querySelectorAll("[data-several]").forEach(start);
