// How a page must look and be built: axe, narrow, dark, forced colours, labels, ids, plots.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { check } from "./server-demo.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function axe(page, rules) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axeSource);
  const result = await page.evaluate((options) => window.axe.run(document, options), {
    resultTypes: ["violations"],
    ...(rules ? { rules } : {}),
  });
  return result.violations.map(
    (v) =>
      `${v.id} (${v.nodes.length}): ${v.nodes
        .slice(0, 3)
        .map((n) => n.target.join(" "))
        .join(" & ")}`,
  );
}

export const LOOKS = [
  { name: "light 1280", colorScheme: "light", width: 1280 },
  { name: "dark 1280", colorScheme: "dark", width: 1280 },
  { name: "light 320", colorScheme: "light", width: 320 },
  { name: "dark 320", colorScheme: "dark", width: 320 },
];
export const FORCED = { name: "forced colours", colorScheme: "dark", forcedColors: "active", width: 1280 };

// Where the screen is narrow, wide tables of numbers may scroll within a frame that has a name and the focus; nothing
// else may.
async function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const name = (e) =>
      [e.tagName.toLowerCase(), e.id ? `#${e.id}` : "", ...[...e.classList].map((one) => `.${one}`)].join("");
    const wide = [];
    if (root.scrollWidth > root.clientWidth) {
      const over = [...document.body.querySelectorAll("*")].filter(
        (e) =>
          e.getBoundingClientRect().right > root.clientWidth + 0.5 &&
          !e.closest(".vh, .skip, .sprite") &&
          ![...e.children].some((c) => c.getBoundingClientRect().right > root.clientWidth + 0.5),
      );
      wide.push(`the page, ${root.scrollWidth} > ${root.clientWidth}: ${over.slice(0, 2).map(name).join(" & ")}`);
    }
    for (const e of document.body.querySelectorAll("*")) {
      const own = getComputedStyle(e).overflowX;
      const framed =
        (innerWidth < 768 || e.closest("details.twin")) && e.matches('.scroll[tabindex="0"][role="region"][aria-label]') && e.querySelector("table");
      if ((own === "auto" || own === "scroll") && !framed && e.scrollWidth > e.clientWidth + 1)
        wide.push(`${name(e)}, ${e.scrollWidth} > ${e.clientWidth}`);
    }
    return wide;
  });
}

/** A page as it stands, in each look: nothing wide, axe finds nothing, plots can be read. */
export async function looked(page, where, looks = LOOKS) {
  const first = page.viewportSize();
  for (const look of looks) {
    const at = `${where}, ${look.name}`;
    await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors ?? "none" });
    await page.setViewportSize({ width: look.width, height: 900 });
    const folded = await sideways(page);
    const folds = await page.evaluate(() =>
      [...document.querySelectorAll("details")].map((d) => {
        const was = d.open;
        d.open = true;
        return was;
      }),
    );
    const unfolded = await sideways(page);
    const wide = [...new Set([...folded, ...unfolded])];
    check(`${at}: nothing scrolls sideways`, wide.length === 0, wide.join(" | "));
    const violations = await axe(page, look.forcedColors ? { "color-contrast": { enabled: false } } : undefined);
    check(`${at}: axe finds nothing`, violations.length === 0, violations.join(" | "));
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("svg.plot text")]
        .filter((t) => t.getClientRects().length && parseFloat(getComputedStyle(t).fontSize) < 12)
        .map((t) => t.textContent),
    );
    check(`${at}: plot text is 12 px or more`, small.length === 0, small.slice(0, 3).join(" | "));
    await page.evaluate(
      (was) =>
        document.querySelectorAll("details").forEach((d, i) => {
          d.open = was[i];
        }),
      folds,
    );
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.setViewportSize(first);
}

/** What must hold of a page whatever it looks like. */
export async function built(page, where) {
  const found = await page.evaluate(() => {
    const controls = [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, progress")];
    const named = (e) =>
      (e.labels?.length && [...e.labels].some((l) => l.textContent.trim())) ||
      e.getAttribute("aria-label")?.trim() ||
      document.getElementById(e.getAttribute("aria-labelledby"))?.textContent.trim() ||
      (e.tagName === "BUTTON" && e.textContent.trim());
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    return {
      headlines: document.querySelectorAll("h1").length,
      bare: controls.filter((e) => !named(e)).map((e) => `${e.tagName.toLowerCase()}[name="${e.name ?? ""}"]`),
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      lost: [...document.querySelectorAll("label[for]")]
        .filter((l) => !document.getElementById(l.htmlFor))
        .map((l) => l.htmlFor),
      plots: [...document.querySelectorAll("svg.plot[role=img]")].filter(
        (p) => !p.querySelector("title") || !p.querySelector("desc"),
      ).length,
      covered: [...document.querySelectorAll("svg.plot")].flatMap((plot) => {
        const bars = [...plot.querySelectorAll("rect.b-s, rect.b-p, rect.b-b, rect.b-o")].map((bar) =>
          bar.getBoundingClientRect(),
        );
        const over = (a, b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
        return [...plot.querySelectorAll("text")]
          .filter((t) => bars.some((bar) => over(t.getBoundingClientRect(), bar)))
          .map((t) => t.textContent);
      }),
    };
  });
  check(`${where}: exactly one h1`, found.headlines === 1, `${found.headlines}`);
  check(`${where}: every control has a label`, found.bare.length === 0, found.bare.slice(0, 4).join(" "));
  check(`${where}: every id is there once`, found.twice.length === 0, found.twice.slice(0, 4).join(" "));
  check(`${where}: every label leads to its control`, found.lost.length === 0, found.lost.slice(0, 4).join(" "));
  check(`${where}: each plot has title and description`, found.plots === 0, `${found.plots} without`);
  check(
    `${where}: no words of a plot lie on its bars`,
    found.covered.length === 0,
    found.covered.slice(0, 3).join(" | "),
  );
}

/** Listens to a page: errors on its console, requests that go elsewhere. */
export function overheard(page, base) {
  const heard = { errors: [], elsewhere: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith(`${base}/`)) heard.elsewhere.push(request.url());
  });
  page.on("websocket", (socket) => heard.elsewhere.push(socket.url()));
  page.on("pageerror", (error) => heard.errors.push(String(error)));
  // That a refused page is a refused page, the status says; here only what went wrong in a page counts.
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource: the server responded/.test(message.text()))
      heard.errors.push(message.text());
  });
  return heard;
}
