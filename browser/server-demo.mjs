// What every check of the server needs: a collector of complaints, a server of one's own, a browser, somebody who asks.
import { chromium } from "playwright-core";
import { spawn } from "node:child_process";

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
  else complaints.push({ what, detail });
  return Boolean(holds);
}

const WHERE = /(\/me\/day|\/snapshots|\/jobs|\/roles\/level|\/roles\/steps|\/roles\/role)\/[\w.-]+/g;
const HOW =
  /^(?:by mouse|without script|by keyboard)\b|, (?:light|dark) \d+|, forced colours| as [^:]+?(?=, from|:|$)/g;

/** Complaints one a line; what is the same in several looks, ways or pages of a shape stands once, with how often. */
export function listed() {
  const groups = new Map();
  for (const one of complaints) {
    const kind = one.what.replace(HOW, "").replace(WHERE, "$1");
    groups.set(kind, [...(groups.get(kind) ?? []), one]);
  }
  return [...groups.values()].map(([first, ...more]) => {
    const also = [...new Set(more.map((one) => one.what.split(": ")[0]))].slice(0, 3).join("; ");
    const often = more.length ? ` [and ${more.length} times more: ${also}]` : "";
    return `${first.what}${first.detail ? `: ${first.detail}` : ""}${often}`;
  });
}

/** Words as a reader sees them: no joiners, one space where there are several. */
export const plain = (text) => text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** Starts a server on a free port; what stops it says whether it went when it was told to. */
export async function start(binary, words = ["demo"]) {
  const child = spawn(binary, [...words, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let said = "";
  const base = await new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      abandon();
      reject(new Error(`no address after a minute: ${said}`));
    }, 60_000);
    child.stderr.on("data", (text) => {
      said += text;
      const at = said.match(/http:\/\/[\d.:]+(?=\/)/);
      if (at) {
        clearTimeout(late);
        resolve(at[0]);
      }
    });
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`it ended with ${code}: ${said}`));
    });
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
      redirect: "manual",
      ...options,
      headers: { ...(cookie ? { cookie } : {}), ...options.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split("=");
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  };
  ask.cookies = cookies;
  /** Sends a form as a page would, with the token that page holds. */
  ask.send = async (from, path, fields) => {
    const csrf = (await (await ask(from)).text()).match(/name="csrf" value="([^"]+)"/)?.[1] ?? "";
    return ask(path, { method: "POST", body: new URLSearchParams([["csrf", csrf], ...fields]) });
  };
  ask.logIn = (who) =>
    ask.send("/login", "/login", [
      ["to", "/"],
      ["login", PEOPLE[who].login],
      ["password", PASSWORD],
    ]);
  return ask;
}
