// Saves a section while it is written: two seconds after the last key, at the latest every ten, and when the page goes.
const form = document.querySelector("[data-autosave]");
const status = form.querySelector("[data-status]");
let dirtySince = 0;
let timer = 0;
let running = null;
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

async function send(options) {
  const since = dirtySince;
  dirtySince = 0;
  const headers = { "X-Requested-With": "autosave" };
  try {
    const response = await fetch(location.pathname, { method: "POST", body: new FormData(form), headers, ...options });
    const answer = await response.json();
    if (answer.token) form.elements.token.value = answer.token;
    if (response.status === 409) stopped = true;
    if (!response.ok) dirtySince = since;
    show(answer);
  } catch {
    dirtySince = since;
    status.textContent = form.dataset.lost;
  }
}

// One save at a time: the next one needs the version that this one makes.
async function save(options = {}) {
  clearTimeout(timer);
  while (running) await running;
  if (!dirtySince || stopped) return;
  running = send(options);
  await running;
  running = null;
  if (dirtySince && !stopped) timer = setTimeout(save, 5000);
}

form.addEventListener("input", () => {
  dirtySince ||= Date.now();
  clearTimeout(timer);
  timer = setTimeout(save, Date.now() - dirtySince > 8000 ? 0 : 2000);
});
// A save on its way and a pressed button would look like two people writing: the button waits for the save.
form.addEventListener("submit", async (event) => {
  stopped = true;
  clearTimeout(timer);
  if (!running) return;
  event.preventDefault();
  await running;
  form.requestSubmit(event.submitter);
});
// A link waits, too: the page behind it must already show what was typed here.
addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]:not([target])");
  if (!link || !(dirtySince || running) || stopped || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await save();
  if (!dirtySince) location.assign(link.href);
});
addEventListener("visibilitychange", () => document.hidden && save({ keepalive: true }));
window.saveSection = save;
