// Uploads one file after the other with its progress and its own outcome; then the page shows what was kept.
for (const form of document.querySelectorAll("[data-upload]")) {
  const list = form.querySelector("[data-files]");

  const transfer = (file) =>
    new Promise((resolve) => {
      const line = list.appendChild(document.createElement("li"));
      const say = (words) => { line.textContent = `${file.name}: ${words}`; };
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      body.append("file", file);
      request.upload.onprogress = (event) => say(`${form.dataset.working} (${Math.round((event.loaded / event.total) * 100)} %)`);
      request.onerror = () => { say(form.dataset.lost); resolve(false); };
      request.onload = () => {
        let sentence = form.dataset.lost;
        try {
          const answer = JSON.parse(request.responseText);
          sentence = answer.files ? answer.files[0].sentence : answer.sentence;
        } catch {
          // Not an answer of ours: a server in between was full or away.
        }
        say(sentence || form.dataset.done);
        resolve(!sentence);
      };
      request.open("POST", form.action);
      request.setRequestHeader("X-Requested-With", "autosave");
      request.send(body);
    });

  form.addEventListener("submit", async (event) => {
    const files = [...form.elements.file.files];
    if (!files.length) return;
    event.preventDefault();
    list.replaceChildren();
    await window.saveSection?.();
    let kept = 0;
    for (const file of files) kept += await transfer(file);
    if (kept === files.length) {
      location.reload();
    } else if (kept) {
      const way = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      way.href = location.pathname;
      way.textContent = form.dataset.show;
    }
  });
}
