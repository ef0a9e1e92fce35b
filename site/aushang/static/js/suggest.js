// Suggestions below a search field lead to what they name.
import { combobox } from "./combobox.js";

const field = document.querySelector("[data-suggestions]");
if (field) combobox(field, (entry) => location.assign(entry.url));
