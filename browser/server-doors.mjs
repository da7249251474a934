// Doors: what is denied looks as what is absent, nobody is led to the way in, forms from elsewhere are not taken.
import { asker, check } from "./server-demo.mjs";

/** What is denied and what is absent look the same. */
export async function alike(base) {
  const engineer = asker(base);
  await engineer.logIn("engineer");
  const lead = asker(base);
  await lead.logIn("tech lead");
  const own = [...(await (await lead("/me/sources")).text()).matchAll(/href="(\/jobs\/[^"]+)"/g)][0]?.[1];
  check("a job of one’s own opens", own && (await lead(own)).status === 200);
  const bare = async (ask, path) => {
    const answer = await ask(path);
    // Which part of the server an address belongs to is told by the address alone.
    const text = (await answer.text())
      .replaceAll(path, "PATH")
      .replaceAll(' aria-current="page"', "")
      .replace(/(name="csrf" value=")[^"]+/g, "$1TOKEN");
    const headers = [...answer.headers].filter(([name]) => name !== "date" && name !== "content-length");
    return JSON.stringify([answer.status, headers, text]);
  };
  const nowhere = await bare(engineer, "/nowhere");
  check("nothing is there: 404", nowhere.startsWith("[404,"), nowhere.slice(0, 40));
  for (const path of [
    "/admin",
    "/admin/log",
    "/admin/accounts",
    "/admin/roster",
    "/admin/roster/file?name=roster/people.toml",
    "/admin/framework",
    "/admin/sources",
    "/admin/nowhere",
    own,
    "/jobs/0000",
    "/snapshots/0000",
    "/teams/nowhere",
    "/people/nobody",
    "/me/day/never",
    "/invitation/none",
  ]) {
    if (!path) continue;
    const now = await bare(engineer, path);
    const at = [...now].findIndex((letter, place) => letter !== nowhere[place]);
    check(
      `${path} as the engineer: it looks as if it were not there`,
      now === nowhere,
      `…${now.slice(Math.max(0, at - 30), at + 50)}…`,
    );
  }
  for (const path of ["/admin/accounts", "/admin/accounts/close", "/policy", "/nowhere"]) {
    const answer = await engineer.send("/me/log", path, [
      ["id", "0"],
      ["name", "months-kept"],
      ["value", "3"],
    ]);
    check(`${path}, sent by the engineer: it looks as if it were not there`, answer.status === 404, `${answer.status}`);
  }
  const nobody = asker(base);
  for (const path of ["/me", "/admin", "/admin/log", "/nowhere", "/teams/ledger", "/search?q=ledger"]) {
    const answer = await nobody(path);
    check(
      `${path} as nobody: it asks to log in`,
      answer.status === 303 && answer.headers.get("location") === `/login?to=${encodeURIComponent(path)}`,
      `${answer.status} ${answer.headers.get("location")}`,
    );
  }
}

/** Cookies, and forms that come from elsewhere. */
export async function guarded(base) {
  const ask = asker(base);
  const answer = await ask.logIn("tech lead");
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("rung=")) ?? "";
  check(
    "the cookie of a session: no script reads it, no other place sends it",
    /; HttpOnly/.test(cookie) && /; SameSite=Lax/.test(cookie) && /; Path=\/;/.test(cookie),
    cookie.replace(/=\w+/, "=…"),
  );
  const log = [
    ["date", "2026-11-14"],
    ["set", "coding"],
    ["length", "1h"],
  ];
  const bare = await ask("/me/log", { method: "POST", body: new URLSearchParams(log) });
  check("a form without its token is not taken", bare.status === 422, `${bare.status}`);
  const page = await (await ask("/me/log")).text();
  const csrf = page.match(/name="csrf" value="([^"]+)"/)[1];
  const afar = await ask("/me/log", {
    method: "POST",
    headers: { origin: "https://elsewhere.example" },
    body: new URLSearchParams([["csrf", csrf], ...log]),
  });
  check("a form from elsewhere is not taken", afar.status === 422, `${afar.status}`);
  check("and nothing came of them", /No day is logged yet/.test(await (await ask("/me/log")).text()));
  // One is led to the path that asked for the password, whatever it was asked with.
  for (const path of ["/my-data/export", "/my-data/erase", "/me/shared", "/account"]) {
    const led = await ask(path);
    check(`${path}: it opens after the password was asked for again`, led.status === 200, `${led.status}`);
  }
  const style = await ask(page.match(/href="(\/assets\/rung\.css[^"]*)"/)[1]);
  check(
    "styles are kept for good",
    /immutable/.test(style.headers.get("cache-control") ?? ""),
    style.headers.get("cache-control"),
  );
}
