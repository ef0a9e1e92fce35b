// Saves a section while it is written: two seconds after the last key, at the latest every ten, and when the page goes.
const form = document.querySelector("[data-autosave]");
const status = form.querySelector("[data-status]");
let dirtySince = 0;
let timer = 0;
let busy = false;
let stopped = false;

function show(answer) {
  status.textContent = answer.sentence;
  for (const field of form.querySelectorAll("[data-field]")) {
    const sentence = answer.errors?.[field.dataset.field];
    const place = field.querySelector(".form-error");
    field.classList.toggle("is-wrong", Boolean(sentence));
    place.hidden = !sentence;
    place.textContent = sentence || "";
  }
  if (answer.checklist) document.querySelector("[data-checklist]").innerHTML = answer.checklist;
}

async function save(options = {}) {
  clearTimeout(timer);
  if (!dirtySince || busy || stopped) return;
  const since = dirtySince;
  busy = true;
  dirtySince = 0;
  const headers = { "X-Requested-With": "autosave" };
  try {
    const response = await fetch(location.pathname, { method: "POST", body: new FormData(form), headers, ...options });
    const answer = await response.json();
    if (answer.token) form.elements.token.value = answer.token;
    stopped = response.status === 409;
    if (!response.ok) dirtySince = since;
    show(answer);
  } catch {
    dirtySince = since;
    status.textContent = form.dataset.lost;
  }
  busy = false;
  if (dirtySince && !stopped) timer = setTimeout(save, 5000);
}

form.addEventListener("input", () => {
  dirtySince ||= Date.now();
  clearTimeout(timer);
  timer = setTimeout(save, Date.now() - dirtySince > 8000 ? 0 : 2000);
});
form.addEventListener("submit", () => { stopped = true; clearTimeout(timer); });
addEventListener("visibilitychange", () => document.hidden && save({ keepalive: true }));
window.saveSection = save;
