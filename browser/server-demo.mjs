// What every check of the server needs: a collector of complaints, a server of one's own, a browser, axe.
import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const PASSWORD = "one rung at a time";

// Logins that the first page has a button for, and others that need the form.
export const PEOPLE = {
  "tech lead": { login: "ines.halvorsen@harbourline.example", name: "Ines Halvorsen", ready: true },
  "engineering manager": { login: "marta.quintero@harbourline.example", name: "Marta Quintero", ready: true },
  director: { login: "ruth.okonedo@harbourline.example", name: "Ruth Okonedo", ready: true },
  engineer: { login: "priya.raman@harbourline.example", name: "Priya Raman", ready: true },
  administrator: { login: "admin@rung.example", name: "admin@rung.example", ready: true },
  "staff engineer": { login: "hana.sato@harbourline.example", name: "Hana Sato", ready: false },
  "product manager": { login: "lena.brandt@harbourline.example", name: "Lena Brandt", ready: false },
};

export const complaints = [];
export const tally = { passed: 0 };
export function check(what, holds, detail = "") {
  if (holds) tally.passed += 1;
  else complaints.push(`${what}${detail ? `: ${detail}` : ""}`);
  return Boolean(holds);
}

/** Words as a reader sees them: no joiners, one space where there are several. */
export const plain = (text) => text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** Starts a server on a free port; what stops it says whether it went when it was told to. */
export async function start(binary, words = ["demo"]) {
  const child = spawn(binary, [...words, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let said = "";
  const base = await new Promise((resolve, reject) => {
    const late = setTimeout(() => { abandon(); reject(new Error(`no address after a minute: ${said}`)); }, 60_000);
    child.stderr.on("data", (text) => {
      said += text;
      const at = said.match(/http:\/\/[\d.:]+(?=\/)/);
      if (at) { clearTimeout(late); resolve(at[0]); }
    });
    child.once("exit", (code) => { clearTimeout(late); reject(new Error(`it ended with ${code}: ${said}`)); });
    child.once("error", reject);
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    base,
    said: () => said,
    async stop() {
      child.kill("SIGTERM");
      const went = await Promise.race([ended.then(() => true), new Promise((no) => setTimeout(no, 6000, false))]);
      if (!went) abandon();
      await ended;
      process.removeListener("exit", abandon);
      return went;
    },
  };
}

/** Asks without a browser, with cookies of its own: what a page weighs, what its headers say, where its links lead. */
export function asker(base) {
  const cookies = new Map();
  const ask = async (path, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(base + path, {
      redirect: "manual", ...options, headers: { ...(cookie ? { cookie } : {}), ...options.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split("=");
      if (value) cookies.set(name, value); else cookies.delete(name);
    }
    return answer;
  };
  ask.cookies = cookies;
  /** Sends a form as a page would, with the token that page holds. */
  ask.send = async (from, path, fields) => {
    const csrf = (await (await ask(from)).text()).match(/name="csrf" value="([^"]+)"/)?.[1] ?? "";
    return ask(path, { method: "POST", body: new URLSearchParams([["csrf", csrf], ...fields]) });
  };
  ask.logIn = (who) => ask.send("/login", "/login", [["to", "/"], ["login", PEOPLE[who].login], ["password", PASSWORD]]);
  return ask;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function axe(page, rules) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axeSource);
  const result = await page.evaluate((options) => window.axe.run(document, options), {
    resultTypes: ["violations"], ...(rules ? { rules } : {}),
  });
  return result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" & ")}`);
}

export const LOOKS = [
  { name: "light 1280", colorScheme: "light", width: 1280 },
  { name: "dark 1280", colorScheme: "dark", width: 1280 },
  { name: "light 320", colorScheme: "light", width: 320 },
  { name: "dark 320", colorScheme: "dark", width: 320 },
];
export const FORCED = { name: "forced colours", colorScheme: "dark", forcedColors: "active", width: 1280 };

async function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const name = (e) => `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ""}${e.classList.length ? `.${[...e.classList].join(".")}` : ""}`;
    const wide = [];
    if (root.scrollWidth > root.clientWidth) {
      const over = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5
        && !e.closest(".vh, .skip, .sprite") && ![...e.children].some((c) => c.getBoundingClientRect().right > root.clientWidth + 0.5));
      wide.push(`the page, ${root.scrollWidth} > ${root.clientWidth}: ${over.slice(0, 2).map(name).join(" & ")}`);
    }
    for (const e of document.body.querySelectorAll("*")) {
      const own = getComputedStyle(e).overflowX;
      if ((own === "auto" || own === "scroll") && e.scrollWidth > e.clientWidth + 1) wide.push(`${name(e)}, ${e.scrollWidth} > ${e.clientWidth}`);
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
    const folds = await page.evaluate(() => [...document.querySelectorAll("details")].map((d) => { const was = d.open; d.open = true; return was; }));
    const unfolded = await sideways(page);
    const wide = [...new Set([...folded, ...unfolded])];
    check(`${at}: nothing scrolls sideways`, wide.length === 0, wide.join(" | "));
    const violations = await axe(page, look.forcedColors ? { "color-contrast": { enabled: false } } : undefined);
    check(`${at}: axe finds nothing`, violations.length === 0, violations.join(" | "));
    const small = await page.evaluate(() => [...document.querySelectorAll("svg.plot text")]
      .filter((t) => t.getClientRects().length && parseFloat(getComputedStyle(t).fontSize) < 12).map((t) => t.textContent));
    check(`${at}: plot text is 12 px or more`, small.length === 0, small.slice(0, 3).join(" | "));
    await page.evaluate((was) => document.querySelectorAll("details").forEach((d, i) => { d.open = was[i]; }), folds);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.setViewportSize(first);
}

/** What must hold of a page whatever it looks like. */
export async function built(page, where) {
  const found = await page.evaluate(() => {
    const controls = [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, progress")];
    const named = (e) => (e.labels?.length && [...e.labels].some((l) => l.textContent.trim())) || e.getAttribute("aria-label")?.trim()
      || document.getElementById(e.getAttribute("aria-labelledby"))?.textContent.trim() || (e.tagName === "BUTTON" && e.textContent.trim());
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    return {
      headlines: document.querySelectorAll("h1").length,
      bare: controls.filter((e) => !named(e)).map((e) => `${e.tagName.toLowerCase()}[name="${e.name ?? ""}"]`),
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      lost: [...document.querySelectorAll("label[for]")].filter((l) => !document.getElementById(l.htmlFor)).map((l) => l.htmlFor),
      plots: [...document.querySelectorAll("svg.plot[role=img]")].filter((p) => !p.querySelector("title") || !p.querySelector("desc")).length,
      blank: [...document.querySelectorAll("svg.plot")].filter((p) => /too little seen/.test(p.textContent) && p.querySelectorAll(".inkline").length
        && p.querySelectorAll(".inkline").length >= p.querySelectorAll(".frame").length).length,
    };
  });
  check(`${where}: exactly one h1`, found.headlines === 1, `${found.headlines}`);
  check(`${where}: every control has a label`, found.bare.length === 0, found.bare.slice(0, 4).join(" "));
  check(`${where}: every id is there once`, found.twice.length === 0, found.twice.slice(0, 4).join(" "));
  check(`${where}: every label leads to its control`, found.lost.length === 0, found.lost.slice(0, 4).join(" "));
  check(`${where}: each plot has title and description`, found.plots === 0, `${found.plots} without`);
  check(`${where}: no bar is called blank that is drawn`, found.blank === 0, `${found.blank} plots`);
}

/** Listens to a page: errors on its console, requests that go elsewhere. */
export function overheard(page, base) {
  const heard = { errors: [], elsewhere: [] };
  page.on("request", (request) => { if (!request.url().startsWith(`${base}/`)) heard.elsewhere.push(request.url()); });
  page.on("websocket", (socket) => heard.elsewhere.push(socket.url()));
  page.on("pageerror", (error) => heard.errors.push(String(error)));
  // That a refused page is a refused page, the status says; here only what went wrong in a page counts.
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource: the server responded/.test(message.text())) heard.errors.push(message.text());
  });
  return heard;
}
