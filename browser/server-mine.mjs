// Journeys of a person with what is theirs: sharing it, taking it, a token for it, finding others, erasing it.
import { readFileSync } from "node:fs";

import { asker, check } from "./server-demo.mjs";

export async function sharingASnapshot(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  await one.to("My weeks", "Shared");
  await one.sees("nothing is shared yet", /Nothing is shared/);
  await one.hand.date(one.field("first"), "2026-09-21");
  await one.hand.tick(one.page.locator('input[name="fields"][value="weeks"]'));
  await one.hand.tick(one.page.locator('input[name="fields"][value="findings"]'));
  await one.hand.choose(one.field("to"), "Ruth");
  await one.hand.write(one.field("note"), "For our talk on Thursday");
  await one.hand.go(one.button("Look at it first"));
  await one.sees(
    "what they would see is shown first",
    /This is what they would see.*Where the time went.*Week by week.*Patterns in work/,
  );
  await one.sees("nothing is shared by looking", /Nothing is shared/);
  check(`${way}: whom it is for stays chosen`, (await one.field("to").inputValue()) === "ruth-okonedo");
  await one.looked("/me/shared, looked at first");
  await one.hand.go(one.button("Share it"));
  await one.proves();
  const path = one.at();
  check(`${way}: the snapshot opens`, path.startsWith("/snapshots/"), path);
  await one.sees(
    "as it was chosen",
    /Ines Halvorsen: 21 Sep – 15 Nov 2026.*“For our talk on Thursday”.*Where the time went/,
  );
  check(
    `${way}: its bars are told apart`,
    !/too little seen/.test(await one.read(one.page.locator("#split"))),
    "a bar that is drawn is called blank",
  );
  const other = await people.be("engineer");
  await other.refusal("nobody else opens it", 404, () => other.page.goto(people.base + path));
  const director = await people.be("director");
  await director.to("My weeks", "Shared");
  await director.sees("who it is for finds it", /1 snapshot Ines Halvorsen, 21 Sep – 15 Nov 2026/);
  await director.hand.go(director.main.locator(`a[href="${path}"]`));
  await director.sees(
    "and opens it",
    /shared with you by name Ines Halvorsen: 21 Sep – 15 Nov 2026.*Who shared it sees that you looked/,
  );
  await one.menu("My data");
  await one.sees("its maker sees who looked", /Ruth Okonedo read: reading/, one.page.locator("#looked"));
  await one.to("My weeks", "Shared");
  await one.sees("it stands among what is shared", /1 snapshot.*Ruth Okonedo/, one.page.locator("#made"));
  await one.looked("/me/shared, with one");
  await one.hand.go(one.button("Take back"));
  await one.sees("it is taken back", /taken back/, one.page.locator("#made"));
  await director.refusal("it is gone for who it was for", 404, () => director.page.goto(people.base + path));
  await director.home();
  await director.to("My weeks", "Shared");
  await director.sees("and not told any more", /Nobody shows you anything now/);
}

export async function takingMyData(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  await one.menu("My data");
  const download = one.page.waitForEvent("download");
  await one.hand.press(one.link("Take all of it with you"));
  await Promise.race([download, one.page.waitForURL("**/account/prove*").catch(() => {})]);
  await one.proves(false);
  const all = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  check(
    `${way}: everything comes as JSON`,
    all.version === 1 &&
      all.person === "ines-halvorsen" &&
      all.facts.length > 1000 &&
      all.items.length > 0 &&
      all.documents.length > 0,
    JSON.stringify(Object.keys(all)),
  );
  check(`${way}: under a name`, (await download).suggestedFilename() === "rung-my-data.json");
  const csv = one.page.waitForEvent("download");
  await one.hand.press(one.link("My weeks as CSV"));
  check(`${way}: weeks come as CSV`, readFileSync(await (await csv).path(), "utf8").startsWith("week,part,activity,"));
  await one.page.reload();
  await one.sees("that one took it is told", /Ines Halvorsen took everything out/, one.page.locator("#looked"));
}

export async function aTokenForPrograms(people) {
  const { way, base } = people;
  const one = await people.be("tech lead");
  await one.menu("Account");
  await one.hand.write(one.field("name"), "A clock on the wall");
  await one.hand.write(one.field("days"), "30");
  await one.hand.go(one.button("Make a token"));
  await one.sees("the token is shown, once", /This is the token\. It is shown this once\./);
  await one.sees("and listed", /1 token.*A clock on the wall, reads until 16 Dec 2026/);
  await one.looked("/account, with a token");
  const token = (await one.page.locator(".secret").innerText()).trim();
  const asked = (options = {}) =>
    fetch(`${base}/api/v1/me/report`, {
      ...options,
      headers: options.bearer ? { authorization: `Bearer ${options.bearer}` } : {},
    });
  const answer = await asked({ bearer: token });
  check(
    `${way}: with it a program reads`,
    answer.status === 200 && (await answer.json()).version >= 1,
    `${answer.status}`,
  );
  check(`${way}: without it none does`, (await asked()).status === 401, `${(await asked()).status}`);
  check(`${way}: nor with another`, (await asked({ bearer: `${token.slice(0, -1)}x` })).status === 401);
  const write = await fetch(`${base}/api/v1/me/log`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ date: "2026-11-15", set: "coding", length: "1h" }),
  });
  check(`${way}: what may read may not write`, write.status >= 400 && write.status < 500, `${write.status}`);
  await one.menu("Account");
  await one.misses("the token is not shown again", new RegExp(token));
  await one.hand.go(one.page.locator("#tokens").getByRole("button", { name: "End it" }).first());
  await one.sees("it is ended", /Nothing acts for you/);
  check(`${way}: and opens nothing any more`, (await asked({ bearer: token })).status === 401);
}

export async function searching(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  const field = one.page.locator("#q");
  if (way === "by mouse") {
    await one.page.keyboard.press("/");
    check(`${way}: a slash leads to the search`, await field.evaluate((e) => e === document.activeElement));
    await one.page.keyboard.type("ledger");
  } else await one.hand.write(field, "ledger");
  await one.hand.send(field);
  await one.sees("it finds teams and people", /2 things called “ledger”/);
  await one.hand.go(one.link("Ledger", one.main));
  check(`${way}: and leads there`, one.at() === "/teams/ledger", one.at());
  await one.hand.write(field, "Caleb");
  await one.hand.send(field);
  await one.hand.go(one.link("Caleb Osei", one.main));
  await one.sees("a person is shown by their place alone", /Caleb Osei.*Teams Ledger Reports to Ruth Okonedo/);
  await one.misses("in words, not in ids", /Holds tlm\b/);
  await one.hand.write(field, "<b>nobody</b>");
  await one.hand.send(field);
  await one.sees("and says where nothing is", /Nothing is called “<b>nobody<\/b>”/);
  await one.looked("/search, nothing found");
}

export async function erasingMyData(people) {
  const { way, base } = people;
  const one = await people.be("engineer");
  await one.menu("My data");
  await one.sees("something is held", /\d+ facts, /);
  await one.page.goto(`${base}/account/prove?to=%2Fmy-data%2Ferase`);
  await one.refusal("the password that is asked for again must be right", 403, async () => {
    await one.hand.write(one.field("password"), "not this one");
    await one.hand.go(one.button("Go on"));
  });
  await one.looked("/account/prove, refused");
  await one.proves();
  check(`${way}: then one is led on`, one.at() === "/my-data/erase", one.at());
  await one.hand.go(one.link("Leave it"));
  await one.hand.go(one.link("Erase it"));
  await one.proves();
  await one.hand.go(one.button("Erase everything"));
  await one.sees("it is gone", /It is gone.*[\d,]+ rows? erased/i);
  await one.looked("/my-data/erase, done");
  await one.hand.go(one.link("See what is held now"));
  await one.sees(
    "only the place in the organisation is held",
    /Held.*Your place in the organisation.*Facts without words[^.]* none/,
  );
  await one.misses("no fact", /\d+ facts, /);
  await one.to("My weeks");
  await one.sees("the reading is empty", /Nothing was seen of your weeks yet/);
  await one.looked("/me, erased");
  await one.to("Weeks and days");
  await one.looked("/me/weeks, erased");
  const ask = asker(base);
  await ask.logIn("engineer");
  const all = await (await ask("/my-data/export")).json();
  check(
    `${way}: nothing is left to take`,
    all.facts.length === 0 && all.items.length === 0 && all.documents.length === 0 && all.snapshots.length === 0,
  );
}
