// Journeys through the organisation: teams, roles, and the server itself.
import { readFileSync } from "node:fs";

import { check } from "./server-demo.mjs";

const FRAMEWORK = new URL("../crates/rung-sources/tests/frameworks/full.toml", import.meta.url);
const ROSTER = `id,name,email,manager,team
E1,Asta Lindqvist,asta@small.example,,Platform
E2,Bo Ferreira,bo@small.example,E1,Platform
E3,Cy Adeleke,cy@small.example,E9,Platform
`;

// What each lead of Settlement says is theirs; of the others they say it is not. Two say code reviews are.
const SAID = {
  "tech lead": ["Architecture and integration", "Code reviews", "Production escalation", "System roadmap"],
  "engineering manager": [
    "1:1s",
    "Objectives, performance, feedback",
    "Career planning and coaching",
    "Headcount and hiring",
    "Team planning and delivery",
    "System roadmap",
  ],
  "staff engineer": ["SLAs, metrics, monitoring", "Technical mentoring", "Code reviews"],
  "product manager": [],
};

export async function answeringBlind(people) {
  const { way, base } = people;
  const leads = Object.keys(SAID);
  for (const [at, lead] of leads.entries()) {
    const one = await people.be(lead);
    await one.to("Teams");
    await one.hand.go(one.link("Settlement", one.main));
    await one.to("Blind answers");
    await one.misses(`the ${lead} sees no answer of others`, /side by side/);
    check(
      `${way}: no answer of the ${lead} is filled in`,
      (await one.page.locator("input[type=radio]:checked").count()) === 0,
    );
    const duties = one.page.locator("#own fieldset");
    for (let duty = 0; duty < (await duties.count()); duty += 1) {
      const name = (await duties.nth(duty).locator("legend").innerText()).trim();
      await one.hand.pick(duties.nth(duty).locator(`input[value="${SAID[lead].includes(name) ? "own" : "none"}"]`));
    }
    await one.hand.go(one.button("Keep my answers"));
    if (at + 1 < leads.length) {
      await one.sees(
        `after ${at + 1}: one waits for the others`,
        new RegExp(`${["3 leads have", "2 leads have", "1 lead has"][at]} still to answer`),
      );
      await one.misses(`after ${at + 1}: nothing is revealed`, /side by side|Say it is theirs/);
      const api = await (await one.context.request.get(`${base}/api/v1/teams/settlement/map`)).text();
      check(`${way}: nor to a program`, !/blind|answers/.test(api));
    }
    if (at === 0) await one.looked("/teams/settlement/answers, waiting");
  }
  const one = await people.be("tech lead");
  await one.to("Teams");
  await one.hand.go(one.link("Settlement", one.main));
  await one.to("Blind answers");
  await one.sees(
    "once all have answered, everything is there",
    /Settlement: 1 responsibility to talk about.*What you said, side by side/,
  );
  await one.sees(
    "who says it is theirs",
    /Code reviews (Ines Halvorsen and Hana Sato|Hana Sato and Ines Halvorsen) nobody.*contested/i,
  );
  await one.looked("/teams/settlement/answers, revealed");
}

export async function declaring(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  await one.to("Teams");
  await one.hand.go(one.link("Settlement", one.main));
  await one.to("Declare");
  const duty = one.page.locator("fieldset", { has: one.page.locator("legend", { hasText: "Code reviews" }) });
  await one.refusal("what changes nothing is refused", 422, async () => {
    await one.hand.write(one.field("reason"), "No reason");
    await one.hand.go(one.button("Declare it"));
  });
  await one.looked("/teams/settlement/declare, refused");
  await one.hand.tick(duty.locator('input[name^="own."][value="ines-halvorsen"]'));
  await one.hand.tick(duty.locator('input[name^="own."][value="hana-sato"]'));
  await one.hand.press(duty.locator("summary"));
  await one.hand.tick(duty.locator('input[name^="part."][value="ines-halvorsen"]'));
  await one.hand.write(one.field("reason"), "Hana has the time for it");
  await one.hand.go(one.button("Declare it"));
  check(`${way}: one is led to the contract`, one.at() === "/teams/settlement/contract", one.at());
  await one.sees("the contract says it", /Settlement: who carries what from 16 Nov 2026/);
  const part = (name) => one.page.locator(".lead-part", { hasText: name });
  await one.sees("under the name of who carries it now", /Code reviews, 5 h/, part("Hana Sato"));
  await one.sees(
    "what it was and is",
    /What changed since 12 Jan 2026 Code reviews.* Hana Sato, before Ines Halvorsen/,
  );
  await one.sees("and why", /Hana has the time for it/);
  await one.looked("/teams/settlement/contract, changed");
  await one.misses("days are told as everywhere", /\d{4}-\d{2}-\d{2}/, one.page.locator("#history"));
  await one.hand.go(one.page.locator("#history").getByRole("link").last());
  await one.sees("what held before stays on record", /Ines Halvorsen 14 of 20 h a week.*Code reviews, 5 h/);
  await one.to("Who carries what");
  await one.sees("the map shows who carries too much now", /10 of 8 h/);
  const admin = await people.be("administrator");
  await admin.to("Server", "Roster");
  await admin.sees(
    "what was changed stands in the roster’s history, with who and why",
    /Hana has the time for it Ines Halvorsen/,
    admin.page.locator("#versions"),
  );
}

export async function lookingAtEvidence(people) {
  const one = await people.be("tech lead");
  await one.to("Teams");
  await one.hand.go(one.link("Settlement", one.main));
  await one.to("Evidence");
  await one.sees(
    "a team is shown with those it needs beside it, and it is said why",
    /Shown for Payments \(12\): beside it, that of Settlement \(8\)/,
  );
  await one.misses("every sentence begins as one", /Declared, and seen shown/);
  await one.to("Teams");
  await one.hand.go(one.link("Ledger", one.main));
  await one.to("Evidence");
  await one.sees("of too few nothing is, but of the team above", /Shown for Payments \(12\) because Ledger has 3/);
  await one.misses("what can be said is not called unsaid", /no source shows it/, one.page.locator("#time"));
  await one.hand.press(one.page.locator("details.twin > summary"));
  await one.sees(
    "the shares as a table",
    /Strategy & alignment \d+ % \d+ % \d+ %/,
    one.page.locator("details.twin table"),
  );
}

export async function lookingBack(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  const back = async (what, path) => {
    await one.hand.date(one.field("on"), "2026-02-01");
    await one.hand.go(one.button("Show"));
    check(
      `${way}: ${what}: the day is in the address`,
      one.page.url().endsWith(`${path}?on=2026-02-01`),
      one.page.url(),
    );
    await one.sees(`${what}: as of another day`, /As of 1 Feb 2026/i);
    check(`${way}: ${what}: the day stays in its field`, (await one.field("on").inputValue()) === "2026-02-01");
  };
  await one.to("Teams");
  await back("the teams", "/teams");
  await one.hand.go(one.link("Ledger", one.main));
  await back("a team", "/teams/ledger");
  await one.to("Organisation");
  await back("the organisation", "/organisation");
}

export async function readingRoles(people) {
  const { way } = people;
  const one = await people.be("tech lead");
  await one.to("Roles");
  await one.sees("the catalogue", /A career framework of 20 roles/);
  await one.hand.go(one.link("Tech lead", one.main));
  await one.sees("one role", /^Role Tech lead In charge of the system/);
  await one.hand.go(one.link("Tech lead 4", one.main));
  await one.sees("a level", /^Tech lead, level 4 Tech lead 4/);
  await one.hand.go(one.link("what changes", one.main));
  await one.sees("a step", /^What changes From Tech lead 4 to Tech lead 5/);
  await one.to("Weeks");
  await one.sees("compared", /The weeks of all roles/);
  await one.to("In common");
  await one.sees("in common", /What roles and levels have in common/);
  await one.to("Paths");
  await one.sees("paths", /Which role leads to which/);
  await one.hand.go(one.link("Staff engineer", one.main));
  check(`${way}: from a path to its role`, one.at() === "/roles/role/staff.html", one.at());
}

export async function anAccountComesAndGoes(people) {
  const { way, base } = people;
  const admin = await people.be("administrator");
  check(`${way}: an administrator begins at the server`, admin.at() === "/admin", admin.at());
  await admin.to("Accounts");
  await admin.hand.write(admin.field("login"), "newcomer@harbourline.example");
  await admin.hand.go(admin.button("Make the account"));
  await admin.sees(
    "the invitation is shown, once",
    /Hand this link on\. It is shown this once, and holds for a week\./,
  );
  await admin.looked("/admin/accounts, invited");
  const link = (await admin.page.locator(".secret").innerText()).trim();
  check(
    `${way}: it is a whole link, which one can hand on`,
    link.startsWith(`${base}/invitation/`),
    link.replace(/\w{20,}/, "…"),
  );
  const row = admin.page.locator("tr", { hasText: "newcomer@harbourline.example" });
  await admin.sees("who is invited is listed", /invited/, row);

  const guest = await people.stranger("the newcomer");
  await guest.page.goto(new URL(link, base).href);
  await guest.refusal("a short password is refused", 422, async () => {
    await guest.hand.write(guest.field("password"), "short");
    await guest.hand.go(guest.button("Begin"));
  });
  await guest.sees("it is said why", /That was not done/, guest.page.getByRole("alert"));
  await guest.looked("/invitation, refused");
  await guest.hand.write(guest.field("password"), "a ladder leans on a wall");
  await guest.hand.go(guest.button("Begin"));
  check(`${way}: the first page is what is held and who sees it`, guest.at() === "/privacy", guest.at());
  await guest.looked("/privacy, the first time");
  await guest.hand.go(guest.button("I have read it"));
  check(`${way}: then one is in`, guest.at() === "/teams", guest.at());
  await guest.hand.go(guest.page.locator("footer").getByRole("link", { name: "What is held, and who sees it" }));
  check(`${way}: it is not asked for again`, (await guest.button("I have read it").count()) === 0);
  const again = await guest.context.request.get(new URL(link, base).href);
  check(`${way}: an invitation is good once`, again.status() === 404, `${again.status()}`);

  await admin.to("Accounts");
  await admin.sees("who took it up is in use", /in use/, row);
  await admin.hand.go(admin.button("Close", row));
  await admin.sees("the account is closed", /closed/, row);
  await guest.page.goto(`${base}/teams`);
  check(`${way}: its session ended at once`, guest.at() === "/login", guest.at());
  await guest.refusal("and it cannot log in", 403, async () => {
    await guest.hand.write(guest.page.locator("#login"), "newcomer@harbourline.example");
    await guest.hand.write(guest.page.locator("#password"), "a ladder leans on a wall");
    await guest.hand.go(guest.button("Log in", guest.main));
  });
  check(
    `${way}: nothing is wrong with the newcomer’s pages`,
    guest.heard.errors.length === 0 && guest.heard.elsewhere.length === 0,
    guest.heard.errors.join("; "),
  );
  await guest.context.close();
}

export async function tryingARoster(people) {
  const admin = await people.be("administrator");
  await admin.to("Server", "Roster");
  await admin.hand.attach(admin.page.locator("#file"), {
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(ROSTER),
  });
  await admin.hand.choose(admin.field("format"), "HR export");
  await admin.hand.go(admin.button("Read it, without keeping it"));
  await admin.sees("what was understood is shown", /3 people understood.*Nothing is kept yet/);
  await admin.sees("with its numbers", /People 3 Teams 1 Parts in teams 3 Reporting lines 1/);
  await admin.sees("and what leads nowhere", /1 reference leads nowhere.*E9/);
  await admin.looked("/admin/roster, tried");
  await admin.hand.go(admin.link("Leave it"));
  await admin.sees("nothing is kept", /15 people in 3 teams/);
}

export async function tryingAFramework(people) {
  const admin = await people.be("administrator");
  await admin.to("Server", "Framework");
  await admin.hand.attach(admin.page.locator("#file"), {
    name: "full.toml",
    mimeType: "application/toml",
    buffer: readFileSync(FRAMEWORK),
  });
  await admin.hand.go(admin.button("Read it, without publishing it"));
  await admin.sees("what was understood is shown", /Harbor Lights engineering.*understood\. Nothing is published yet/);
  await admin.sees("and what it changes", /changes? against the one in force/);
  await admin.looked("/admin/framework, tried");
  await admin.hand.go(admin.link("Leave it"));
  await admin.sees("nothing is published", /Rung's built-in framework|Rung’s built-in framework/);
}

export async function announcingASwitch(people) {
  const admin = await people.be("administrator");
  await admin.to("Server", "Policy");
  const months = admin.page.locator("#months-kept");
  await admin.hand.choose(months.locator("select"), "25");
  await admin.hand.go(admin.button("Announce it", months));
  await admin.sees(
    "what widens is announced a fortnight before",
    /It is 13.*From 30 Nov 2026, \d\d:\d\d on it is 25\./,
    months,
  );
  await admin.hand.press(months.locator("summary"));
  await admin.sees("and kept", /25 announced 16 Nov 2026.*in effect 30 Nov 2026/, months);
  await admin.looked("/policy, announced");
  const least = admin.page.locator("#least-people");
  await admin.hand.choose(least.locator("select"), "6");
  await admin.hand.go(admin.button("Announce it", least));
  await admin.sees("what narrows takes effect at once", /It is 6/, least);
  const one = await people.be("tech lead");
  await one.menu("Policy");
  await one.sees("everybody reads it", /From 30 Nov 2026, \d\d:\d\d on it is 25\./);
  check(`${people.way}: nobody else announces`, (await one.page.locator("main form").count()) === 0);
}
