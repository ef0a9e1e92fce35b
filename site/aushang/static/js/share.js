// Opens the device's share sheet where there is one; copies the address; Escape closes the panel.
const panel = document.querySelector("[data-share]");

function openDeviceSheet(event) {
  const article = { title: panel.dataset.shareTitle, url: panel.dataset.shareUrl };
  if (panel.open || !navigator.canShare?.(article)) return;
  event.preventDefault();
  navigator.share(article).catch((error) => {
    if (error.name !== "AbortError") panel.open = true;
  });
}

function closeOnEscape(event) {
  if (event.key !== "Escape" || !panel.open) return;
  panel.open = false;
  panel.querySelector("summary").focus();
}

async function copyAddress(button) {
  const field = document.getElementById("share-address");
  const status = button.closest(".share-copy").querySelector("[role=status]");
  status.textContent = "";
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = button.dataset.copied;
  } catch {
    status.textContent = button.dataset.failed;
  }
}

if (panel) {
  panel.querySelector("summary").addEventListener("click", openDeviceSheet);
  panel.addEventListener("keydown", closeOnEscape);
  panel.addEventListener("toggle", () => panel.open && panel.lastElementChild.scrollIntoView({ block: "nearest" }));
}

document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copyAddress(button));
});
