// Shows the print button, which without script would do nothing, and opens closed parts before printing.
const button = document.querySelector("[data-print]");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

let opened = [];

window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open], [data-share])")];
  opened.forEach((part) => { part.open = true; });
});

window.addEventListener("afterprint", () => {
  opened.forEach((part) => { part.open = false; });
});
