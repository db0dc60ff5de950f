// Trying another answer without leaving the place on the page. Without this the form does the same.
(() => {
  "use strict";
  const place = document.getElementById("what-if");
  if (!place) return;
  async function send(form) {
    const answer = await fetch(form.getAttribute("action"), {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    });
    const box = document.getElementById("tried");
    if (!answer.ok || answer.redirected || !box) return form.submit();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("form[data-try]")) return form.submit();
    box.replaceChildren(...page.body.childNodes);
    (document.getElementById("try-value") || document.getElementById("try-key")).focus();
  }
  place.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-try]")) return;
    event.preventDefault();
    send(event.target).catch(() => event.target.submit());
  });
  place.addEventListener("change", (event) => {
    if (event.target.id !== "try-key") return;
    document.getElementById("try-value")?.remove();
    event.target.form.requestSubmit();
  });
})();
