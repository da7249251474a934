// Three ways to use a page: by mouse, by mouse where no script runs, by keyboard alone.
import { check } from "./server-demo.mjs";

export const WAYS = ["by mouse", "without script", "by keyboard"];

/** What has the focus: whether it is the element wanted, whether one sees it. */
const stopped = async (wanted) => {
  const at = document.activeElement;
  if (!at || at === document.body) return { nowhere: true };
  const outside = () => {
    const box = at.getBoundingClientRect();
    return box.bottom <= 0 || box.top >= innerHeight;
  };
  // A page scrolls to what has the focus with its next frames.
  for (const until = performance.now() + 1500; outside() && performance.now() < until;)
    await new Promise((next) => setTimeout(next, 8));
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const word = (at.getAttribute("aria-label") ?? at.name ?? "") || at.textContent.trim().slice(0, 30);
  return {
    there: at === wanted,
    before: Boolean(wanted && wanted.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
    group: wanted?.type === "radio" && at.type === "radio" && at.name === wanted.name && at.form === wanted.form,
    // Where the little calendar of a day field has the focus, the browser draws its outline inside.
    outline:
      (at.type === "date" && !at.matches(":focus-visible")) ||
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && at.matches(":focus-visible")),
    inView:
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < innerHeight &&
      box.left < innerWidth,
    what: `${at.tagName.toLowerCase()} “${word}” on ${location.pathname}`,
  };
};

export function hand(page, way) {
  const keys = way === "by keyboard";

  /** Tabs until an element has the focus; every stop on the way must be seen to have it. */
  async function reach(target, { most = 350, forward = false } = {}) {
    await target.first().waitFor({ state: "attached" });
    const wanted = await target.first().elementHandle();
    let back = false;
    for (let stop = 0; stop <= most; stop += 1) {
      const at = await page.evaluate(stopped, wanted);
      if (!at.nowhere && stop > 0) {
        check(
          `by keyboard, ${at.what}: the focus is seen`,
          at.outline && at.inView,
          at.outline ? "it is out of view" : "no outline",
        );
      }
      if (at.there || at.group) return at;
      if (stop === 0) back = Boolean(at.before && !forward);
      await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    }
    throw new Error(`${most} stops of the Tab key do not reach ${target}`);
  }

  const after = async (act, most = 10_000) => {
    const loaded = page.waitForEvent("load", { timeout: most });
    await Promise.all([loaded, act()]);
  };

  const own = {
    way,
    reach,
    /** A link, a button, a summary. */
    async press(target) {
      if (!keys) return target.click();
      await reach(target);
      return page.keyboard.press("Enter");
    },
    /** The same, and another page comes of it. */
    go: (target) => after(() => own.press(target)),
    async write(target, text) {
      if (!keys) return target.fill(text);
      await reach(target);
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      return page.keyboard.type(text);
    },
    /** A day, into a field that asks for one. */
    async date(target, day) {
      if (!keys) await target.fill(day);
      else {
        await reach(target, { forward: true });
        const [year, month, date] = day.split("-");
        await page.keyboard.type(month + date + year);
      }
      const now = await target.inputValue();
      if (now !== day) throw new Error(`the day is ${now}, not ${day}`);
    },
    async tick(target) {
      if (!keys) return target.click();
      await reach(target);
      return page.keyboard.press("Space");
    },
    /** One of several round buttons. */
    async pick(target) {
      if (!keys) return target.click();
      await reach(target);
      for (let turn = 0; turn < 6; turn += 1) {
        if ((await page.evaluate(stopped, await target.elementHandle())).there) {
          if (!(await target.isChecked())) await page.keyboard.press("Space");
          return undefined;
        }
        await page.keyboard.press("ArrowDown");
      }
      throw new Error("the arrows do not lead to it");
    },
    /** An option, by how it begins. */
    async choose(target, words) {
      if (keys) {
        await reach(target);
        await page.keyboard.type(words);
      } else
        await target.selectOption({ label: await target.locator("option", { hasText: words }).first().innerText() });
      const now = await target.evaluate((e) => [...e.selectedOptions].map((o) => o.label));
      if (now.length !== 1 || !now[0].startsWith(words)) throw new Error(`chosen is ${now.join(", ")}, not ${words}`);
    },
    async attach(target, file) {
      if (!keys) return target.setInputFiles(file);
      await reach(target);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      return chooser.setFiles(file);
    },
    /** Enter, where one has just written. */
    send: (target) => after(() => target.press("Enter")),
    after,
  };
  return own;
}
