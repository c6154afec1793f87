import { createHash } from "node:crypto";
import { addDays, dayIn, startOf } from "../days.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import { randomFrom, type Random } from "../random.ts";
import type { ChecklistRows, Run } from "./checklist-rows.ts";
import { actorOf, answererAt, type Crew, seatOf } from "./crew.ts";
import { type Actor, command, type Doing } from "./ledger.ts";
import { closing, newId, step } from "./step.ts";
import { openRun, miss } from "./runs.ts";

const weeks = 4;
const duty = "RESPONSIBLE_OFFICER";
/** What is handed in of this week's and last week's is yet to be looked at. */
const weeksWaiting = 1;

/** A station's weekly patrols: some weeks of runs, done, waiting for the chief, and missed where nobody answers. */
export function tellChecklist(crew: Crew): void {
  const { ledger, station } = crew;
  const { draft } = ledger;
  const random = randomFrom(Number(draft.code) + 7);
  const today = dayIn(draft.now);
  const first = addDays(mondayOf(today), -7 * (weeks - 1));
  const chief = actorOf(draft.accounts.find(({ role, unitId }) => role === "STATION_CHIEF" && unitId === station.id)!);
  const checklist = publish(crew, chief, { random, first, today });
  ledger.checklists.push(checklist);
  for (let week = 0; week < weeks; week++) {
    const on = addDays(first, 7 * week);
    if (madeAt(on) >= draft.now) {
      checklist.template.madeThrough = addDays(on, -1);
      break;
    }
    const runs = makeRuns(crew, checklist, on);
    for (const run of runs)
      tellRun(crew, checklist, run, { random, chief, isWaiting: week >= weeks - 1 - weeksWaiting });
  }
}

const mondayOf = (day: string) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

interface Beginning {
  random: Random;
  first: string;
  today: string;
}

/** The server's preset of patrols, which the station has its officers owe. */
function publish({ ledger, station }: Crew, chief: Actor, { random, first, today }: Beginning): ChecklistRows {
  const { draft } = ledger;
  const { code, name, content } = draft.checklist;
  const { items, owers: _of, ...said } = { ...content, startsOn: first };
  const owers = [{ duty, gridKind: null, complexity: null }] as const;
  const draftedAt = officeMoment(random, workday(addDays(first, -3), -1));
  const publishedAt = new Date(draftedAt.getTime() + 40 * 60_000);
  const [templateId, versionId] = [newId(ledger, draftedAt), newId(ledger, draftedAt)];
  const told = { ...said, items: items.map((item) => item.code), owers: owers.map((ower) => ower.duty) };
  const deed = (action: string, after: object) => (doing: Doing) =>
    void doing.deeds.push({ action, entity: { type: "ChecklistTemplate", id: templateId }, before: null, after });
  command(ledger, draftedAt, chief, deed("checklist.draft", { code, name, stationId: station.id, number: 1, ...told }));
  command(ledger, publishedAt, chief, deed("checklist.publish", { number: 1, startsOn: first, madeFrom: first }));
  const made = { createdAt: draftedAt };
  return {
    template: {
      ...{ id: templateId, code, name, nameInitials: draft.initialsOf(name), stationId: station.id },
      ...{ madeThrough: today, version: 2, ...made },
    },
    version: {
      ...{ id: versionId, templateId, number: 1, state: "DRAFT", ...said, version: 2, ...made },
      ...{ publishedAt, publishedBy: chief.name, madeFrom: first },
    },
    items: items.map((item, index) =>
      Object.assign({ id: newId(ledger, draftedAt), versionId, position: index + 1 }, item),
    ),
    owers: owers.map((ower) => Object.assign({ id: newId(ledger, draftedAt), versionId }, ower)),
    batches: [],
    runs: [],
    reports: [],
    answers: [],
  };
}

const madeAt = (on: string) => new Date(Date.parse(startOf(on)) + 5 * 60_000);

/** As the server does in the night: a run for each grid of the station, with one entry for all of them. */
function makeRuns({ ledger, station, grids }: Crew, checklist: ChecklistRows, on: string): Run[] {
  const { template, version } = checklist;
  const at = madeAt(on);
  const seats = grids
    .filter(({ openedOn }) => openedOn <= on)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const runs = seats.map((grid, index) => openRun(ledger, checklist, { at, on, grid: seatOf(grid, duty), index }));
  const ids = runs.map(({ row }) => row.id);
  const digest = createHash("sha256").update(ids.join("\n")).digest("hex");
  const batch = { templateId: template.id, versionId: version.id, occurrenceOn: on, stationId: station.id };
  checklist.batches.push({ id: newId(ledger, at), ...batch, runs: ids.length, digest, isLast: true, madeAt: at });
  ledger.commands.push({
    at,
    by: "系统",
    deeds: [
      {
        ...{ action: "checklist.makeRuns", entity: { type: "ChecklistTemplate", id: template.id } },
        after: { number: 1, occurrenceOn: on, stationId: station.id, runs: ids.length, digest },
      },
    ],
  });
  checklist.runs.push(...runs);
  return runs;
}

interface Telling {
  random: Random;
  chief: Actor;
  isWaiting: boolean;
}

/** Handed in on some day of its week by whoever answers then; closed by the chief some days later; missed where nobody could. */
function tellRun(crew: Crew, checklist: ChecklistRows, run: Run, { random, chief, isWaiting }: Telling): void {
  const { ledger } = crew;
  const { now } = ledger.draft;
  const done = officeMoment(random, addDays(run.row.occurrenceOn, random.int(0, 4)));
  const officer = random.chance(0.05) ? undefined : answererAt(crew, run.row, done);
  const dueAt = run.clocks[0]!.dueAt;
  if (!officer) {
    if (dueAt <= now) miss(ledger, run);
    return;
  }
  if (done >= now) return;
  command(ledger, done, officer, (doing) => submitRun(doing, checklist, run, random));
  const closed = officeMoment(random, workday(addDays(run.row.windowEndsOn, 1), 1));
  if (isWaiting || closed >= now) return;
  command(ledger, closed, chief, (doing) => step(doing, run, "CLOSE", closing(doing, run, "ACCEPTED")));
}

function submitRun(doing: Doing, checklist: ChecklistRows, run: Run, random: Random): void {
  const { ledger, at, by } = doing;
  const [reportId, versionId] = [newId(ledger, at), checklist.version.id];
  const { id: itemId, round } = run.row;
  checklist.reports.push({ id: reportId, itemId, round, versionId, submittedAt: at, submittedBy: by.memberId });
  const answer = {
    reportId,
    runId: itemId,
    versionId,
    count: null,
    told: null,
    choice: null,
    photoId: null,
    isFailed: false,
  };
  const route = random.pick(["村委会、学校周边", "主街和集市", "村口、河堤", "工业区外围"]);
  checklist.answers.push({ ...answer, id: newId(ledger, at), code: "ROUNDS", count: random.int(1, 4) });
  checklist.answers.push({ ...answer, id: newId(ledger, at), code: "ROUTE", told: route });
  const feedback = { type: "RunReport", id: reportId };
  step(doing, run, "SUBMIT", {
    change: { submittedBy: by.memberId, feedbackType: feedback.type, feedbackId: feedback.id },
    feedback,
  });
}
