// Loaded blocking and first: a key pressed while the rest still loads must count.
(() => {
  "use strict";
  const here = document.currentScript.dataset;
  const TIMES = 3;
  const WITHIN = 5000;
  let count = 0;
  let alone = false;
  let timer = 0;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leave") : null;

  function blank() {
    document.title = here.title;
    document.documentElement.replaceChildren();
  }
  function go() {
    blank();
    window.location.replace(here.to);
  }
  function leave() {
    if (tabs) tabs.postMessage("go");
    blank();
    try {
      fetch(here.post, { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
    } finally {
      window.location.replace(here.to);
    }
  }
  function show() {
    for (const [i, dot] of document.querySelectorAll(".leave-count i").entries()) {
      dot.classList.toggle("lit", i < count);
    }
    const holder = document.querySelector(".leave-count");
    if (holder) holder.hidden = count === 0;
    const said = document.getElementById("leave-said");
    if (said) said.textContent = said.dataset[`after${count}`] || "";
  }
  function reset() {
    clearTimeout(timer);
    count = 0;
    show();
  }
  // A Shift counts only when nothing else was pressed with it, so that capitals never do.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      if (!event.repeat) alone = true;
      return;
    }
    alone = false;
    if (count) reset();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    count += 1;
    clearTimeout(timer);
    if (count >= TIMES) {
      leave();
      return;
    }
    timer = setTimeout(reset, WITHIN);
    show();
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-leave]")) return;
    event.preventDefault();
    leave();
  });
  if (tabs) tabs.onmessage = (event) => (event.data === "go" ? go() : window.location.reload());
  window.leaveTabs = tabs;
  // A page brought back by the Back button must ask the server again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      blank();
      window.location.reload();
    }
  });
})();
