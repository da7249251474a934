// The server as people meet it: `node server.mjs PATH_OF_RUNG`. It starts demonstrations of its own, looks at every
// page, and goes through every journey by mouse, without script and by keyboard alone. All complaints are listed; exit
// code 1 where there are any. RUNG_TIMES=1 tells how long each journey took.
import { check, complaints, launch, listed, start, tally } from "./server-demo.mjs";
import { crew, travel } from "./server-crew.mjs";
import { WAYS } from "./server-hands.mjs";
import * as mine from "./server-mine.mjs";
import * as own from "./server-own.mjs";
import { pages } from "./server-pages.mjs";
import * as work from "./server-work.mjs";

const binary = process.argv[2];
if (!binary) {
  console.error("browser: say which rung: node server.mjs PATH_OF_RUNG");
  process.exit(2);
}

// What one does after another: what others look at comes before what takes it away.
const JOURNEYS = [
  own.loggingInAndOut,
  own.correctingAnEvent,
  own.answeringFindings,
  own.loggingADay,
  own.connectingACalendar,
  mine.sharingASnapshot,
  mine.takingMyData,
  mine.aTokenForPrograms,
  mine.searching,
  work.answeringBlind,
  work.declaring,
  work.lookingAtEvidence,
  work.lookingBack,
  work.readingRoles,
  work.anAccountComesAndGoes,
  work.tryingARoster,
  work.tryingAFramework,
  work.announcingASwitch,
  mine.erasingMyData,
];

async function journeys(browser, way) {
  const server = await start(binary);
  try {
    await travel(crew(browser, server.base, way), JOURNEYS);
  } finally {
    await server.stop();
  }
}

const browser = await launch();
const guarded = async (what, act) => {
  try {
    await act();
  } catch (error) {
    check(`${what} could be looked at to the end`, false, error.stack);
  }
};
// Two cores, two at a time: the pages beside the journeys.
await Promise.all([
  guarded("the pages", () => pages(browser, binary)),
  (async () => {
    for (const way of WAYS) await guarded(way, () => journeys(browser, way));
  })(),
]);
await browser.close();

for (const complaint of listed()) console.error(`browser: ${complaint}`);
console.log(
  complaints.length === 0
    ? `${tally.passed} checks passed`
    : `${tally.passed} checks passed, ${complaints.length} failed`,
);
process.exit(complaints.length === 0 ? 0 : 1);
