// Suggestions below the search fields of a page lead to what they name.
import { combobox } from "./combobox.js";

for (const field of document.querySelectorAll("[data-suggestions]")) {
  combobox(field, (entry) => location.assign(entry.url));
}
