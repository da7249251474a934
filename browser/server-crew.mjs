// People at their browsers: each has a window of their own, and uses it in one of three ways.
import { PASSWORD, PEOPLE, check, plain } from "./server-demo.mjs";
import { hand } from "./server-hands.mjs";
import { built, looked, overheard } from "./server-looks.mjs";

/** Buttons of which a page has one a row. */
const inRows = new Set(["Take back", "End it", "Disconnect, with all it gave", "Close", "Open again", "Invite again"]);

/** Somebody at a browser. */
async function window(browser, base, way, who) {
  const context = await browser.newContext({
    javaScriptEnabled: way !== "without script",
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  // Files are chosen here, never in a window of the browser.
  page.on("filechooser", () => {});
  const heard = overheard(page, base);
  const refused = new Set();
  page.on("response", (answer) => {
    if (answer.request().isNavigationRequest() && answer.frame() === page.mainFrame() && answer.status() >= 400) {
      refused.add(`${answer.status()} ${new URL(answer.url()).pathname}`);
    }
  });
  const own = hand(page, way);
  const at = () => new URL(page.url()).pathname;
  const one = {
    who,
    page,
    context,
    hand: own,
    way,
    base,
    at,
    main: page.locator("main"),
    link: (name, within = page) => within.getByRole("link", { name, exact: true }).first(),
    // What stands in a row says behind its name, to who cannot see the row, what it is about.
    button: (name, within = page) =>
      within.getByRole("button", inRows.has(name) ? { name: new RegExp(`^${name}( |$)`) } : { name, exact: true }).first(),
    field: (name) => page.locator(`main [name="${name}"]`).first(),
    read: async (within = page.locator("main")) => plain(await within.innerText()),
    headline: async () => plain(await page.locator("h1").innerText()),
    /** Opens the address of the first page, as one does in the morning. */
    home: () => page.goto(`${base}/`),
    /** Goes by the links at the head of the page. */
    async to(...names) {
      for (const name of names)
        await own.go(page.locator("header.app nav, .sub nav").getByRole("link", { name, exact: true }));
    },
    /** Goes by the menu that bears one's name. */
    async menu(name) {
      if (!(await page.locator("details.menu[open]").count())) await own.press(page.locator("details.menu > summary"));
      await own.go(
        page.locator("details.menu").getByRole(name === "Log out" ? "button" : "link", { name, exact: true }),
      );
    },
    /** What one sees must hold. */
    sees: async (what, pattern, within) => {
      const text = await one.read(within);
      const detail = `${pattern} is not in “${text.slice(0, 240)}…” on ${at()}`;
      return check(`${way}: ${what}`, pattern.test(text), detail);
    },
    misses: async (what, pattern, within) => {
      const text = await one.read(within);
      return check(`${way}: ${what}`, !pattern.test(text), `${pattern} is there on ${at()}`);
    },
    /** Something that must be refused, and how. */
    async refusal(what, status, act) {
      refused.clear();
      await act();
      const got = [...refused];
      check(
        `${way}: ${what}`,
        got.length === 1 && got[0].startsWith(`${status} `),
        `${got.join(", ") || "not refused"}`,
      );
      refused.clear();
    },
    /** A page that only comes of doing something: looked at once, where the mouse leads there. */
    async looked(where) {
      if (way !== "by mouse") return;
      await built(page, where);
      await looked(page, where);
    },
    /** The password once more, where it is asked for. */
    async proves(opens = true) {
      if (at() !== "/account/prove") return;
      await own.write(one.field("password"), PASSWORD);
      if (opens) await own.go(one.button("Go on"));
      else await own.press(one.button("Go on"));
    },
    heard,
    refused,
  };
  return one;
}

export function crew(browser, base, way) {
  const all = new Map();
  const logIn = async (one) => {
    const { login, ready } = PEOPLE[one.who];
    await one.home();
    if (one.at() !== "/login") return;
    if (ready) await one.hand.go(one.button(`Log in as the ${one.who}`));
    else {
      await one.hand.write(one.page.locator("#login"), login);
      await one.hand.write(one.page.locator("#password"), PASSWORD);
      await one.hand.go(one.button("Log in", one.main));
    }
  };
  return {
    way,
    base,
    stranger: (who = "a stranger") => window(browser, base, way, who),
    /** Somebody who is logged in, at their first page. */
    async be(who) {
      if (!all.has(who)) all.set(who, await window(browser, base, way, who));
      const one = all.get(who);
      await logIn(one);
      return one;
    },
    everybody: () => [...all.values()],
  };
}

/** One journey after another; what fails ends its journey, not the others. */
export async function travel(people, journeys) {
  for (const journey of journeys) {
    const name = journey.name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const began = Date.now();
    try {
      await journey(people);
    } catch (error) {
      const where = people
        .everybody()
        .map((one) => `${one.who} ${one.at()}`)
        .join(", ");
      check(
        `${people.way}: ${name} goes through`,
        false,
        `${error.message.split("\n").slice(0, 3).join(" / ")} (${where})`,
      );
    }
    if (process.env.RUNG_TIMES) console.log(`${people.way}: ${name}: ${Date.now() - began} ms`);
    for (const one of people.everybody()) {
      check(
        `${people.way}: ${name}: nothing is refused to ${one.who}`,
        one.refused.size === 0,
        [...one.refused].join(", "),
      );
      check(
        `${people.way}: ${name}: no error on a console`,
        one.heard.errors.length === 0,
        one.heard.errors.join("; "),
      );
      check(
        `${people.way}: ${name}: asks nobody else`,
        one.heard.elsewhere.length === 0,
        one.heard.elsewhere.join(" "),
      );
      one.refused.clear();
      one.heard.errors.length = 0;
    }
  }
  for (const one of people.everybody()) await one.context.close();
}
