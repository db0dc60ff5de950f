// What a page does on its own: keeps what is typed, grows the paper, locks when nobody is there.
(() => {
  "use strict";
  const page = document.body.dataset;
  const token = () => document.querySelector('input[name="csrfmiddlewaretoken"]')?.value || "";
  const form = document.querySelector("form[data-autosave]");
  const line = document.querySelector("[data-status]");

  // --- keep what is typed ---
  let dirty = false;
  let saving = 0;
  function tell(words) {
    if (line) line.textContent = words || "";
  }
  async function save() {
    if (!form || !dirty) return true;
    dirty = false;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new FormData(form),
        redirect: "manual",
      });
      if (answer.status !== 204) throw new Error("not kept");
      tell(page.kept);
      return true;
    } catch {
      dirty = true;
      tell(page.notKept);
      return false;
    }
  }
  if (form) {
    form.addEventListener("input", () => {
      dirty = true;
      clearTimeout(saving);
      saving = setTimeout(save, 1200);
    });
    form.addEventListener("submit", () => {
      dirty = false;
      clearTimeout(saving);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) save();
    });
  }

  // --- paper that grows, where the browser cannot do it alone ---
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (area) => {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    };
    document.querySelectorAll("textarea").forEach((area) => {
      grow(area);
      area.addEventListener("input", () => grow(area));
    });
  }

  // --- print opens every "why" ---
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((one) => (one.open = true));
  });
  window.addEventListener("afterprint", () => opened.forEach((one) => (one.open = false)));
  document.querySelectorAll("[data-print]").forEach((one) => {
    one.hidden = false;
    one.addEventListener("click", () => window.print());
  });

  // --- lock when nobody is there ---
  const minutes = Number(page.idleMinutes || 0);
  const warning = document.getElementById("idle-warning");
  if (!minutes || !warning) return;
  const lock = document.getElementById("lock-form");
  const MINUTE = 60000;
  let seen = Date.now();
  let told = Date.now();
  let locking = false;
  function stay() {
    seen = Date.now();
    warning.hidden = true;
    if (seen - told < MINUTE) return;
    told = seen;
    fetch(page.awake, { method: "POST", headers: { "X-CSRFToken": token() } }).catch(() => {});
  }
  async function lockNow() {
    locking = true;
    await Promise.race([save(), new Promise((done) => setTimeout(done, 3000))]);
    lock.submit();
  }
  ["keydown", "pointerdown", "scroll", "touchstart"].forEach((kind) =>
    document.addEventListener(kind, stay, { passive: true }),
  );
  // The clock is asked again each time: timers stand still while a laptop sleeps.
  setInterval(() => {
    if (locking) return;
    const idle = Date.now() - seen;
    if (idle >= minutes * MINUTE) lockNow();
    else warning.hidden = idle < (minutes - 1) * MINUTE;
  }, 1000);
})();
