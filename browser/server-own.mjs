// Journeys of a person among their own weeks: in and out, correcting, answering, logging, connecting.
import { PASSWORD, PEOPLE, check } from "./server-demo.mjs";

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rung//browser//EN
${[
  ["one", "20261110T100000Z", "20261110T110000Z", "Hiring panel"],
  ["two", "20261111T130000Z", "20261111T133000Z", "1:1 with Priya"],
]
  .map(
    ([uid, from, until, title]) => `BEGIN:VEVENT
UID:${uid}@browser.example
DTSTAMP:20261101T000000Z
DTSTART:${from}
DTEND:${until}
SUMMARY:${title}
ORGANIZER:mailto:${PEOPLE["tech lead"].login}
ATTENDEE;PARTSTAT=ACCEPTED:mailto:${PEOPLE["tech lead"].login}
ATTENDEE;PARTSTAT=ACCEPTED:mailto:${PEOPLE.engineer.login}
END:VEVENT`,
  )
  .join("\n")}
END:VCALENDAR
`.replaceAll("\n", "\r\n");

export async function loggingInAndOut(people) {
  const { way, base } = people;
  const one = await people.stranger();
  await one.page.goto(`${base}/me/weeks`);
  check(`${way}: who is not logged in is asked to`, one.at() === "/login", one.at());
  if (way === "by keyboard") {
    await one.page.keyboard.press("Tab");
    const first = await one.page.locator(":focus").getAttribute("href");
    await one.page.keyboard.press("Enter");
    const now = await one.page.evaluate(() => document.activeElement?.id);
    check(`${way}: the first stop skips to the content`, first === "#main" && now === "main", `${first}, then ${now}`);
  }
  await one.refusal("a wrong password is refused", 403, async () => {
    await one.hand.write(one.page.locator("#login"), PEOPLE["tech lead"].login);
    await one.hand.write(one.page.locator("#password"), "not this one");
    await one.hand.go(one.button("Log in", one.main));
  });
  await one.sees(
    "it is said why",
    /That was not done ?this login and this password do not belong together/i,
    one.page.getByRole("alert"),
  );
  await one.looked("/login, refused");
  check(
    `${way}: the login stays in its field`,
    (await one.page.locator("#login").inputValue()) === PEOPLE["tech lead"].login,
  );
  await one.hand.write(one.page.locator("#password"), PASSWORD);
  await one.hand.go(one.button("Log in", one.main));
  check(`${way}: one is led to what one asked for`, one.at() === "/me/weeks", one.at());
  if (way !== "without script") {
    await one.hand.press(one.page.locator("details.menu > summary"));
    await one.page.keyboard.press("Escape");
    check(`${way}: Escape closes the menu`, (await one.page.locator("details.menu[open]").count()) === 0);
  }
  const old = (await one.context.cookies()).find((cookie) => cookie.name === "rung");
  await one.menu("Log out");
  check(
    `${way}: one is logged out`,
    one.at() === "/login" && !(await one.context.cookies()).some((cookie) => cookie.name === "rung"),
    one.at(),
  );
  const again = await fetch(`${base}/me`, { redirect: "manual", headers: { cookie: `rung=${old.value}` } });
  check(
    `${way}: the old cookie opens nothing`,
    again.status === 303 && again.headers.get("location").startsWith("/login"),
    `${again.status}`,
  );
  await one.hand.go(one.button("Log in as the tech lead"));
  check(`${way}: the first page is one’s own weeks`, one.at() === "/me", one.at());
  await one.hand.press(one.page.locator("details.menu > summary"));
  await one.sees("the head says who is logged in", /^Ines Halvorsen$/, one.page.locator("details.menu > summary"));
  await one.context.close();
}

export async function correctingAnEvent(people) {
  const one = await people.be("tech lead");
  const { way } = people;
  await one.to("My weeks", "Corrections");
  await one.sees("nothing is corrected yet", /^My weeks · corrections Nothing is corrected/);
  await one.to("Weeks and days");
  await one.hand.go(one.main.locator('a[href="/me/day/2026-11-12"]'));
  await one.sees(
    "a day opens minute by minute",
    /Thursday, 12 Nov 2026.*09:30–09:45 Settlement stand-up ritual taking part/,
  );
  await one.misses("no machine name is shown on a day", /\b[a-z]+_[a-z_]+\b/);
  await one.hand.go(one.link("Correct Settlement stand-up"));
  check(`${way}: the day of the event is filled in`, (await one.field("on").inputValue()) === "2026-11-12");
  await one.hand.choose(one.field("set"), "People: Coaching");
  await one.hand.write(one.field("why"), "We talked about growth");
  await one.hand.go(one.button("Show what it would move"));
  await one.sees("the minutes it moves are shown first", /It would move 15 min in the last half year/);
  await one.sees(
    "and from where to where",
    /Before and after.*Settlement stand-up 1 15 min ritual.taking.part \(building\) coaching \(people\)/,
  );
  const moved = await one.read(one.page.locator("#moves tr", { has: one.page.locator("th", { hasText: /^People$/ }) }));
  const [, then, now] = moved.match(/^People (.+ (?:h|min)) (.+ (?:h|min))$/) ?? [];
  check(`${way}: before and after are told apart`, then !== now, moved);
  await one.sees("nothing is kept yet", /Settlement stand-up on 12 Nov 2026\. Nothing is kept yet/);
  await one.misses("no machine name is shown with it", /\b[a-z]+_[a-z_]+\b/);
  await one.looked("/me/correct, tried");
  check(
    `${way}: what was written stays`,
    (await one.field("why").inputValue()) === "We talked about growth" &&
      (await one.field("set").inputValue()) === "coaching",
  );
  const before = await (await one.context.request.get(`${people.base}/me/corrections`)).text();
  check(`${way}: trying keeps nothing`, /Nothing is corrected/.test(before));
  await one.hand.go(one.button("Correct it"));
  check(`${way}: one is led to the corrections`, one.at() === "/me/corrections", one.at());
  await one.sees(
    "it stands among them",
    /1 correction in force.*Settlement stand-up on 12 Nov 2026.*coaching.*We talked about growth/,
  );
  await one.looked("/me/corrections, with one");
  await one.to("Weeks and days");
  await one.hand.go(one.main.locator('a[href="/me/day/2026-11-12"]'));
  await one.sees("the day counts it anew", /09:30–09:45 Settlement stand-up coaching/);
  await one.to("Corrections");
  await one.hand.go(one.button("Take back"));
  await one.sees(
    "it is taken back, and stays on record",
    /Nothing is corrected.*Settlement stand-up on 12 Nov 2026.*taken back/,
  );
  const after = await (await one.context.request.get(`${people.base}/me/day/2026-11-12`)).text();
  check(`${way}: the day counts as before`, /Settlement stand-up<\/th><td>ritual/.test(after));
}

export async function answeringFindings(people) {
  const one = await people.be("tech lead");
  const first = one.page.locator("#f1");
  const say = async (why, button) => {
    await one.hand.press(first.locator("details.answer > summary"));
    if (why) await one.hand.write(first.locator('input[name="why"]'), why);
    await one.hand.go(one.button(button, first));
  };
  await one.sees("there are findings", /Four patterns to look at first/);
  await say("It was a quarter of planning", "It is not so");
  check(
    `${people.way}: one stays at the findings`,
    one.at() === "/me" && one.page.url().endsWith("#findings"),
    one.page.url(),
  );
  await one.sees("a finding is disputed", /You dispute this: It was a quarter of planning/, first);
  await one.looked("/me, with a finding disputed");
  await say("", "Take my answer back");
  await one.misses("the dispute is taken back", /You dispute this/);
  await say("After the launch", "Not for four weeks");
  await one.sees(
    "a finding is put off",
    /Three patterns to look at first.*Put off until 14 Dec 2026: After the launch/,
  );
  await one.looked("/me, with a finding put off");
  await one.hand.go(one.button("Show it now"));
  await one.sees("it is shown again", /Four patterns to look at first/);
}

export async function loggingADay(people) {
  const one = await people.be("tech lead");
  await one.to("Weeks and days");
  await one.hand.go(one.main.locator('a[href="/me/day/2026-11-14"]'));
  await one.hand.go(one.link("Log it by hand"));
  check(`${people.way}: the day is filled in`, (await one.field("date").inputValue()) === "2026-11-14");
  await one.hand.choose(one.field("set"), "Other: Learning");
  await one.refusal("a length nobody understands is refused", 422, async () => {
    await one.hand.write(one.field("length"), "a while");
    await one.hand.go(one.button("Log it"));
  });
  await one.sees("it is said why", /That was not done ?.*(a while|duration|length)/i, one.page.getByRole("alert"));
  check(
    `${people.way}: what was chosen stays`,
    (await one.field("set").inputValue()) === "learning",
    await one.field("set").inputValue(),
  );
  await one.looked("/me/log, refused");
  await one.hand.choose(one.field("set"), "Other: Learning");
  await one.hand.write(one.field("length"), "1h30m");
  await one.hand.write(one.field("note"), "A book about queues");
  await one.hand.tick(one.field("whole"));
  await one.hand.go(one.button("Log it"));
  await one.sees("the day is logged", /1 day logged.*14 Nov 2026, (?:1\.5 h|1 h 30 min|90 min), whole/);
  await one.hand.go(one.link("14 Nov 2026", one.main));
  await one.sees(
    "and stands on its page",
    /Saturday, 14 Nov 2026.*A book about queues learning \(other\) logged by hand/,
  );
  await one.misses("which does not say that nothing was seen", /\b0 h seen/);
}

export async function connectingACalendar(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  await one.to("My weeks", "Sources");
  await one.refusal("connecting nothing is refused", 422, () => one.hand.go(one.button("Connect")));
  await one.sees("it is said why", /That was not done/, one.page.getByRole("alert"));
  await one.looked("/me/sources, refused");
  await one.hand.write(one.field("name"), "Small calendar");
  await one.hand.attach(one.page.locator("#file"), {
    name: "small.ics",
    mimeType: "text/calendar",
    buffer: Buffer.from(CALENDAR),
  });
  await one.hand.go(one.button("Connect"));
  check(`${way}: a job is shown`, one.at().startsWith("/jobs/"), one.at());
  if (way === "without script") {
    for (let look = 0; look < 40 && !/^(Done|It could not)/.test(await one.headline()); look += 1) {
      await one.page.waitForTimeout(150);
      if (await one.link("Look again").count()) await one.hand.go(one.link("Look again"));
    }
  } else
    await one.page.waitForFunction(
      () => /^(Done|It could not)/.test(document.querySelector("h1")?.textContent ?? ""),
      undefined,
      { timeout: 15_000 },
    );
  await one.sees("it is done", /^Job Done Done: 2 facts read\./);
  await one.hand.go(one.link("Back to the sources"));
  const row = one.page.locator("tr", { has: one.page.locator("th", { hasText: "Small calendar" }) });
  await one.sees(
    "the source stands there",
    /Small calendar Calendar 10 Nov – 11 Nov 2026.* 2 Change|Small calendar Calendar 10–11 Nov 2026.* 2 Change/,
    row,
  );
  await one.hand.go(one.page.locator("#jobs a").first());
  await one.hand.go(one.link("Back to the sources"));
  await one.hand.press(row.locator("summary"));
  await one.hand.go(one.button("Disconnect, with all it gave", row));
  await one.misses("and is gone once it is disconnected", /Small calendar/, one.page.locator("#coverage"));
}
