// Small things that make pages smooth; every one of them works without this file.
"use strict";
(() => {
  // A job's page asks how far it is, and opens what it leads to when it is done.
  const job = document.querySelector("[data-job]");
  if (job) {
    const bar = job.querySelector("progress");
    const said = job.querySelector("[data-said]");
    const ask = async () => {
      try {
        const answer = await fetch(job.dataset.job, { headers: { accept: "application/json" } });
        if (!answer.ok) return;
        const now = await answer.json();
        if (bar && now.total > 0) { bar.max = now.total; bar.value = now.done; }
        if (said) said.textContent = now.words;
        if (now.state === "done" || now.state === "failed") { location.reload(); return; }
      } catch { /* the page says how to look again */ }
      setTimeout(ask, 700);
    };
    if (job.dataset.open) setTimeout(ask, 400);
  }
  // The menu closes by Escape and by a click beside it.
  const menu = document.querySelector("details.menu");
  if (menu) {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
    });
    document.addEventListener("click", (event) => { if (menu.open && !menu.contains(event.target)) menu.open = false; });
  }
  // A slash leads to the search.
  document.addEventListener("keydown", (event) => {
    const field = document.getElementById("q");
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && field && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); field.focus(); }
  });
  // A form is sent once.
  for (const form of document.querySelectorAll('form[method="post"]')) {
    form.addEventListener("submit", () => setTimeout(() => {
      for (const button of form.querySelectorAll("button")) button.disabled = true;
    }, 0));
  }
  addEventListener("pageshow", () => { for (const button of document.querySelectorAll("button:disabled")) button.disabled = false; });
})();
