// The reading list lives in this browser only: article pages put themselves on it, the list page asks for what is on it.
const KEY = "aushang.reading-list";
const MOST = 30;

function kept() {
  try {
    const numbers = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(numbers) ? numbers.filter(Number.isInteger).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(numbers) {
  if (numbers.length) localStorage.setItem(KEY, JSON.stringify(numbers));
  else localStorage.removeItem(KEY);
}

function label(link) {
  const on = kept().includes(Number(link.dataset.remember));
  link.textContent = on ? link.dataset.off : link.dataset.on;
}

const link = document.querySelector("[data-remember]");
if (link) {
  const status = link.parentElement.querySelector("[role=status]");
  const number = Number(link.dataset.remember);
  label(link);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const others = kept().filter((other) => other !== number);
    const added = others.length === kept().length;
    try {
      keep(added ? [...others, number] : others);
      label(link);
      status.textContent = added ? link.dataset.added : link.dataset.removed;
    } catch {
      window.location.assign(link.href);
    }
  });
}

const list = document.querySelector("[data-reading-list]");
if (list) {
  const numbers = kept();
  if (!("shown" in list.dataset) && numbers.length) {
    window.location.replace(`?${numbers.map((number) => `seite=${number}`).join("&")}`);
  }
  list.querySelectorAll("[data-take-off]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      keep(kept().filter((number) => number !== Number(button.dataset.takeOff)));
      list.querySelector("[data-said]").textContent = button.dataset.takenOff;
      const row = button.closest("li");
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      (next?.querySelector("button") ?? list.querySelector("h1")).focus();
    });
  });
}
