// A draft is looked at as it is written. Without this, a button sends the same form.
(() => {
  "use strict";
  const PAUSE = 180;
  const form = document.getElementById("draft");
  const place = document.getElementById("checked");
  if (form && place) live();
  copying();

  function live() {
    const area = form.elements.text;
    const over = form.querySelector("[data-over]");
    const told = document.querySelector("[data-told]");
    let looked = "";
    let marks = [];
    let timer = 0;
    let running = null;
    document.documentElement.classList.add("draft-live");
    form.querySelectorAll("[data-without-script]").forEach((one) => (one.hidden = true));

    // --- the lines under the words: the same text over the paper, see-through but for its lines ---
    function paint() {
      const now = area.value;
      let same = 0;
      while (same < looked.length && same < now.length && looked[same] === now[same]) same += 1;
      over.replaceChildren();
      let at = 0;
      for (const mark of marks) {
        // What was changed since is not underlined until it has been looked at.
        if (mark.end > same && now !== looked) break;
        over.append(now.slice(at, mark.start));
        const line = document.createElement("mark");
        line.className = mark.className;
        line.textContent = now.slice(mark.start, mark.end);
        over.append(line);
        at = mark.end;
      }
      over.append(`${now.slice(at)}\n`);
      over.style.width = `${area.clientWidth + 2}px`;
      over.scrollTop = area.scrollTop;
    }
    function take() {
      marks = [];
      let at = 0;
      place.querySelectorAll("[data-copy] [data-words]").forEach((piece) => {
        const end = at + piece.textContent.length;
        const flag = piece.closest(".flag");
        if (flag) marks.push({ start: at, end, className: flag.className, note: flag.dataset.note });
        at = end;
      });
      const stopped = Boolean(place.querySelector("[data-stop]"));
      document.querySelectorAll("[data-unless-stopped]").forEach((one) => (one.hidden = stopped));
      told.textContent = place.querySelector("[data-say]")?.dataset.say || "";
      paint();
    }
    function show(fragment, text) {
      const open = new Set([...place.querySelectorAll("details[open]")].map((one) => one.dataset.key));
      const page = new DOMParser().parseFromString(fragment, "text/html");
      place.replaceChildren(...page.body.childNodes);
      place.querySelectorAll("details").forEach((one) => (one.open = open.has(one.dataset.key)));
      looked = text;
      take();
    }
    function say(words) {
      const line = document.createElement("p");
      line.className = "soft";
      line.textContent = words;
      place.replaceChildren(line);
      marks = [];
      looked = "";
      take();
    }
    async function look(address, submitter) {
      const text = area.value;
      running?.abort();
      running = new AbortController();
      const data = new FormData(form);
      if (submitter) data.append(submitter.name, submitter.value);
      try {
        const answer = await fetch(address, {
          method: "POST",
          body: data,
          headers: { "X-Requested-With": "fetch" },
          redirect: "manual",
          signal: running.signal,
        });
        if (answer.status === 204) return say(place.dataset.waiting);
        if (answer.status !== 200) return say(place.dataset.notNow);
        show(await answer.text(), text);
      } catch (error) {
        if (error.name !== "AbortError") say(place.dataset.notNow);
      }
    }
    area.addEventListener("input", () => {
      paint();
      clearTimeout(timer);
      timer = setTimeout(() => look(form.getAttribute("action")), PAUSE);
    });
    area.addEventListener("scroll", () => (over.scrollTop = area.scrollTop), { passive: true });
    new ResizeObserver(paint).observe(area);

    // --- a marked word opens its why ---
    function open(note) {
      const found = place.querySelector(`details[data-key="${note}"]`);
      if (!found) return;
      place.querySelectorAll("details[open]").forEach((one) => (one.open = one === found));
      found.open = true;
      found.scrollIntoView({ block: "nearest" });
    }
    area.addEventListener("click", () => {
      const at = area.selectionStart;
      if (at !== area.selectionEnd) return;
      const mark = marks.find((one) => one.start <= at && at <= one.end);
      if (mark) open(mark.note);
    });

    // --- a wrong flag is told on the spot ---
    form.addEventListener("submit", (event) => {
      if (event.submitter?.name !== "wrong") return;
      event.preventDefault();
      look(event.submitter.getAttribute("formaction"), event.submitter);
      area.focus();
    });
    if (place.querySelector("[data-copy], [data-stop]")) {
      looked = area.value;
      take();
    } else if (area.value.trim()) {
      look(form.getAttribute("action"));
    } else {
      paint();
    }
  }

  function copying() {
    const button = document.querySelector("[data-copy-words]");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById("words").innerText);
      const line = document.querySelector("[data-copied]");
      line.textContent = line.dataset.copied;
    });
  }
})();
