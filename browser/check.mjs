// The page as people meet it: light and dark, wide and 320 px, print, forced colours, without script.
// Every check runs on every page given; all complaints are listed; exit code 1 where there are any.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const looks = [
  { name: "light 1280", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark 1280", colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { name: "light 320", colorScheme: "light", viewport: { width: 320, height: 800 } },
  { name: "dark 320", colorScheme: "dark", viewport: { width: 320, height: 800 } },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active", viewport: { width: 1280, height: 900 } },
];

const complaints = [];
let passed = 0;
function check(what, holds, detail = "") {
  if (holds) passed += 1;
  else complaints.push(`${what}${detail ? `: ${detail}` : ""}`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function axe(page, rules) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((options) => window.axe.run(document, options), {
    resultTypes: ["violations"], ...(rules ? { rules } : {}),
  });
  return result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].target.join(" ")}`);
}

for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(file).href;
  for (const look of looks) {
    const context = await browser.newContext(look);
    const page = await context.newPage();
    const requests = [];
    const errors = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(url);
    const where = `${file} ${look.name}`;
    check(`${where}: asks for nothing but itself`, requests.length === 1, requests.slice(1).join(" "));
    check(`${where}: no error on the console`, errors.length === 0, errors.join("; "));
    const overflow = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    check(`${where}: nothing scrolls sideways`, overflow.wide <= overflow.room, `${overflow.wide} > ${overflow.room}`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    const violations = await axe(page, look.forcedColors ? { "color-contrast": { enabled: false } } : undefined);
    check(`${where}: axe finds nothing`, violations.length === 0, violations.join(" | "));
    const small = await page.evaluate(() => [...document.querySelectorAll("svg.plot text")]
      .filter((t) => t.getClientRects().length && parseFloat(getComputedStyle(t).fontSize) < 12)
      .map((t) => t.textContent));
    check(`${where}: plot text is 12 px or more`, small.length === 0, small.slice(0, 3).join(" | "));
    const bare = await page.evaluate(() => [...document.querySelectorAll("svg.plot")]
      .filter((p) => p.getAttribute("role") === "img" && (!p.querySelector("title") || !p.querySelector("desc"))).length);
    check(`${where}: each plot has title and description`, bare === 0, `${bare} without`);
    await context.close();
  }

  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  check(`${file} without script: the headline stands`, (await page.locator("h1").innerText()).trim().length > 1);
  await page.keyboard.press("Tab");
  const first = await page.locator(":focus").getAttribute("href");
  check(`${file} by keyboard: the first stop skips to the content`, first === "#main", String(first));
  const pdf = await page.pdf({ format: "A4" });
  check(`${file} printed: a PDF`, (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length >= 1);
  await context.close();
}
await browser.close();

for (const complaint of complaints) console.error(`browser: ${complaint}`);
console.log(`browser: ${passed} passed, ${complaints.length} failed`);
process.exit(complaints.length === 0 ? 0 : 1);
