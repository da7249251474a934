// Every page a login can open: status, looks, weight, headers, links. Which there are is told by the URL map itself,
// so that a path cannot be added that is not looked at.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { PASSWORD, asker, check, start } from "./server-demo.mjs";
import { alike, guarded } from "./server-doors.mjs";
import { FORCED, built, looked, overheard } from "./server-looks.mjs";

const MAP = new URL("../crates/rung/src/web/routes.rs", import.meta.url);
// Pages of one shape that are looked at; of the others only that they open, what they weigh and where they lead.
const LOOKED_AT = {
  "/me/day/{day}": 2,
  "/people/{person}": 1,
  "/me/correct": 1,
  "/me/log": 1,
  "/jobs/{job}": 1,
  "/snapshots/{snapshot}": 1,
  role: 3,
  level: 2,
  steps: 2,
  "/admin/roster/file": 1,
};
// Pages of one shape that are opened at all.
const OPENED = 30;

const shapes = [...readFileSync(MAP, "utf8").matchAll(/\bget\("([^"]+)"/g)].map(([, path]) => path);
const patterns = shapes.map((shape) => [
  shape,
  new RegExp(
    `^${shape
      .replace(/\{\*\w+\}/g, ".+")
      .replace(/\{\w+\}/g, "[^/]+")
      .replaceAll(".", "\\.")
      .replaceAll("\\.+", ".+")}$`,
  ),
]);

function shape(path) {
  const bare = path.split(/[?#]/)[0];
  const part = bare.match(/^\/roles\/(role|level|steps)\//)?.[1];
  return part ?? shapes.find((one) => one === bare) ?? patterns.find(([, pattern]) => pattern.test(bare))?.[0];
}

const seen = new Set();

/** Follows every link from the pages given; what was opened, with its answer. */
async function walk(ask, base, from, who) {
  const opened = new Map();
  const counts = new Map();
  const open = from.map((path) => [path, "the start"]);
  while (open.length) {
    const [path, where] = open.shift();
    const of = shape(path) ?? path.split("?")[0];
    const count = counts.get(of) ?? 0;
    if (opened.has(path) || count >= OPENED) continue;
    counts.set(of, count + 1);
    const answer = await ask(path);
    const text = await answer.text();
    const type = answer.headers.get("content-type") ?? "";
    opened.set(path, { status: answer.status, headers: answer.headers, type, text });
    if (shape(path)) seen.add(patterns.find(([, pattern]) => pattern.test(path.split("?")[0]))?.[0]);
    const to = answer.headers.get("location");
    // Whoever is not logged in is led there by what is not for them; everybody else meets no closed door.
    const led = answer.status === 303 && (who === "nobody" || !to.startsWith("/login"));
    check(`${path} as ${who}, from ${where}: it opens`, answer.status === 200 || led, `${answer.status} ${to ?? ""}`);
    if (to) open.push([new URL(to, base + path).pathname, path]);
    if (!type.startsWith("text/html")) continue;
    const inline = text.match(/<style|<script(?![^>]* src=)|<[^>]* (?:style|on[a-z]+)="/);
    check(
      `${path} as ${who}: nothing inline, which would not run`,
      !inline,
      text.slice(inline?.index, inline?.index + 60),
    );
    const words = text
      .slice(text.indexOf("<main"))
      .replace(/<(style|textarea|select|desc)\b.*?<\/\1>/gs, " ")
      .replace(/<[^>]+>/g, " ");
    if (path !== "/style") {
      const machine = words.match(
        /.{0,30}\b(?:[a-z]+_[a-z_]+|rung (?:answer|explain|framework|import|init|log|org|report|roster|rules|team))\b/s,
      )?.[0];
      check(`${path} as ${who}: no machine names, no command line`, !machine, machine?.replace(/\s+/g, " "));
    }
    for (const [, href] of text.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), base + path);
      if (url.origin !== base)
        check(`${path} as ${who}: links that leave say so`, /rel="[^"]*noreferrer/.test(text), url.href);
      else if (url.hash && url.pathname + url.search === path) {
        check(
          `${path} as ${who}: ${url.hash} is there`,
          text.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`),
        );
      } else if (!opened.has(url.pathname + url.search)) open.push([url.pathname + url.search, path]);
    }
  }
  return opened;
}

async function weighed(ask, path, { text }) {
  const loaded = async (pattern) => {
    let whole = 0;
    for (const [, own] of text.matchAll(pattern)) whole += gzipSync(await (await ask(own)).text()).length;
    return whole;
  };
  const page = gzipSync(text).length + (await loaded(/<link rel="stylesheet" href="([^"]+)"/g));
  const script = await loaded(/<script[^>]* src="([^"]+)"/g);
  check(`${path}: page and style are 60 kB at most`, page <= 60_000, `${page}`);
  check(`${path}: its script is 30 kB at most`, script <= 30_000, `${script}`);
  return [page, script];
}

function headed(path, { headers, type }) {
  const policy = headers.get("content-security-policy") ?? "";
  check(
    `${path}: nothing inline may run`,
    policy.includes("default-src 'none'") && policy.includes("script-src 'self'") && !policy.includes("unsafe"),
    policy,
  );
  check(`${path}: nobody frames it`, policy.includes("frame-ancestors 'none'"), policy);
  check(`${path}: its kind is not guessed`, headers.get("x-content-type-options") === "nosniff");
  if (type.startsWith("text/html"))
    check(`${path}: it is not kept`, headers.get("cache-control") === "no-store", headers.get("cache-control"));
}

/** One page in a browser. */
async function open(browser, base, cookies, path, who) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const heard = overheard(page, base);
  const where = `${path} as ${who}`;
  try {
    const answer = await page.goto(base + path);
    check(`${where}: it opens`, answer.status() === 200, `${answer.status()}`);
    await built(page, where);
    await looked(page, where);
    if (path === "/me" || path === "/teams/ledger") await looked(page, where, [FORCED]);
    check(`${where}: no error on the console`, heard.errors.length === 0, heard.errors.join("; "));
    check(`${where}: asks nobody else`, heard.elsewhere.length === 0, heard.elsewhere.join(" "));
  } finally {
    await context.close();
  }
}

const jar = (ask, base) => [...ask.cookies].map(([name, value]) => ({ name, value, url: base }));

async function all(browser, base, ask, opened, who) {
  const counts = new Map();
  let heaviest = [0, ""];
  for (const [path, answer] of opened) {
    headed(path, answer);
    if (answer.status !== 200 || !answer.type.startsWith("text/html")) continue;
    const [page] = await weighed(ask, path, answer);
    if (page > heaviest[0]) heaviest = [page, path];
    const of = shape(path);
    const count = counts.get(of) ?? 0;
    // Pages that were asked for with something behind the question mark are another form of their shape.
    const most = LOOKED_AT[of] ?? (path.includes("?") && !counts.has(path) ? 2 : 6);
    if (count >= most) continue;
    counts.set(of, count + 1);
    await open(browser, base, jar(ask, base), path, who);
  }
  return heaviest;
}

/** A server that nobody set up yet, and one that is empty. */
async function empty(browser, binary) {
  const folder = mkdtempSync(join(tmpdir(), "rung-browser-"));
  const server = await start(binary, ["serve", "--data", folder]);
  try {
    const ask = asker(server.base);
    check("an empty server: the first page sets it up", (await ask("/")).headers.get("location") === "/setup");
    const page = await ask("/setup");
    await all(
      browser,
      server.base,
      ask,
      new Map([["/setup", { status: page.status, headers: page.headers, type: "text/html", text: await page.text() }]]),
      "nobody",
    );
    seen.add("/setup");
    const done = await ask.send("/setup", "/setup", [
      ["organisation", "Small"],
      ["zone", "Europe/Berlin"],
      ["login", "first@small.example"],
      ["password", PASSWORD],
    ]);
    check("an empty server: it is set up", done.status === 303, `${done.status}`);
    const opened = await walk(ask, server.base, ["/privacy", "/admin", "/search?q=nobody"], "the first administrator");
    for (const path of [...opened.keys()]) if (/^\/(roles|style|account|policy)/.test(path)) opened.delete(path);
    await all(browser, server.base, ask, opened, "the first administrator");
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function pages(browser, binary) {
  const server = await start(binary);
  const { base } = server;
  try {
    const nobody = asker(base);
    const lead = asker(base);
    const administrator = asker(base);
    await lead.logIn("tech lead");
    await administrator.logIn("administrator");
    // What must be there to be opened: a snapshot, an invitation.
    const shared = await lead.send("/me/shared", "/me/shared", [
      ["first", "2026-09-21"],
      ["last", "2026-11-15"],
      ["fields", "split"],
      ["fields", "weeks"],
      ["fields", "reading"],
      ["fields", "findings"],
      ["to", "ruth-okonedo"],
      ["until", "2026-11-30"],
      ["note", "For Thursday"],
      ["step", "keep"],
    ]);
    const made = await administrator.send("/admin/accounts", "/admin/accounts", [
      ["login", "newcomer@harbourline.example"],
      ["person", ""],
      ["scope", ""],
    ]);
    const invitation = (await made.text()).match(/\/invitation\/\w+/)?.[0] ?? "/invitation/none";
    const heaviest = [];
    heaviest.push(
      await all(
        browser,
        base,
        nobody,
        await walk(nobody, base, ["/login", "/privacy", invitation, "/healthz"], "nobody"),
        "nobody",
      ),
    );
    heaviest.push(
      await all(
        browser,
        base,
        lead,
        await walk(
          lead,
          base,
          [
            "/",
            shared.headers.get("location") ?? "/snapshots/none",
            "/me",
            "/style",
            "/people",
            "/search",
            "/search?q=ledger",
            "/search?q=nothing-of-it",
            "/account/prove",
            "/roles",
            "/organisation?team=settlement",
            "/teams?on=2026-02-01",
          ],
          "the tech lead",
        ),
        "the tech lead",
      ),
    );
    const admin = await walk(administrator, base, ["/admin", "/account", "/policy"], "the administrator");
    for (const path of [...admin.keys()]) if (!/^\/(admin|account|policy|jobs)/.test(path)) admin.delete(path);
    heaviest.push(await all(browser, base, administrator, admin, "the administrator"));
    seen.add("/assets/{file}");
    await alike(base);
    await guarded(base);
    await empty(browser, binary);
    for (const one of shapes) check(`${one}: a page of it was opened`, seen.has(one));
    console.log(
      `browser: the heaviest page is ${heaviest
        .sort((a, b) => b[0] - a[0])[0]
        .reverse()
        .join(", ")} bytes with its style, compressed`,
    );
  } finally {
    check("the server stops when it is told to", await server.stop());
  }
}
