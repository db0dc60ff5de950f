// The mirror: dropping a file, refusing one that is too large before it is sent, and the progress.
(() => {
  "use strict";
  // --- a file ---
  const form = document.querySelector("form[data-drop]");
  if (form) {
    const input = form.querySelector("input[type=file]");
    const wrong = document.getElementById("wrong");
    const fits = () => {
      const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
      const ok = size < Number(form.dataset.most) - 65536;
      wrong.hidden = ok;
      if (!ok) wrong.textContent = form.dataset.tooLarge;
      return ok;
    };
    ["dragenter", "dragover"].forEach((kind) =>
      form.addEventListener(kind, (event) => {
        event.preventDefault();
        form.classList.add("dropping");
      }),
    );
    ["dragleave", "drop"].forEach((kind) =>
      form.addEventListener(kind, () => form.classList.remove("dropping")),
    );
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        fits();
      }
    });
    input.addEventListener("change", fits);
    form.addEventListener("submit", (event) => {
      if (!fits()) return event.preventDefault();
      form.querySelector("[data-said]").textContent = form.dataset.sending;
    });
  }

  // --- how far it is ---
  const work = document.querySelector("[data-work]");
  if (!work) return;
  const line = document.getElementById("work-line");
  const bar = work.querySelector("progress");
  async function look() {
    try {
      const answer = await fetch(work.dataset.work);
      if (answer.redirected || !answer.ok) return location.reload();
      const told = await answer.json();
      if (!told.line) return location.reload();
      if (line.textContent !== told.line) line.textContent = told.line;
      bar.value = told.percent;
    } catch {
      // The server is busy or gone for a moment: ask again.
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 400);
})();
