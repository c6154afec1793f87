import { createHash } from "node:crypto";
import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau } from "../../support/bureau.ts";
import type { Case } from "./actions-to-try.ts";
import { anyRowIn, makeMember, node, type Row } from "./rows-to-act-on.ts";

const [month, closedOn] = ["2026-03-01", "2026-03-12"];
let titles = 0;

/** A task that is closed, of a member of the station. */
async function makeClosed(bureau: Bureau, stationId: string, memberId: string, title: string) {
  const [itemId, eventId, at] = [newId(), newId(), new Date("2026-03-12T09:00:00Z")];
  const bureauId = bureau.id;
  const standing = {
    opensAt: at,
    state: "CLOSED",
    stateSince: at,
    lastSequence: 1,
    lastEventAt: at,
    lastEventId: eventId,
  };
  const closing = { closedAt: at, closedOn, outcome: "ACCEPTED" };
  const item = { kind: "TASK", number: itemId, title, urgency: "ORDINARY", stationId, issuerUnitId: bureau.rootId };
  const event = { action: "ISSUE", toState: "CLOSED", round: 1, actorName: "测试", cause: "JOB", source: "DESK" };
  const address = { memberId, level: 3 };
  await bureau.sql(async (sql) => {
    await sql`insert into work_items ${sql({ bureauId, id: itemId, ...address, ...item, ...standing, ...closing })}`;
    await sql`insert into work_events ${sql({ bureauId, id: eventId, itemId, sequence: 1, at, ...address, ...event })}`;
  });
  return itemId;
}

/** Of a draw of its own. */
export async function makeRecheck(
  bureau: Bureau,
  stationId: string,
  { title = `试用任务 ${++titles}`, checker }: { title?: string; checker?: string } = {},
) {
  const { id: memberId } = await makeMember(bureau, stationId);
  const checkerId = checker ?? (await makeMember(bureau, stationId)).id;
  const itemId = await makeClosed(bureau, stationId, memberId, title);
  const pool = `station ${stationId}\nmonth ${month}\nitem ${itemId}\nchecker ${checkerId}\n`;
  const drawId = await anyRowIn(bureau, "recheck_draws", {
    stationId,
    month,
    number: ++titles,
    asked: 1,
    seed: "0".repeat(64),
    pool,
    digest: createHash("sha256").update(pool).digest("hex"),
    candidates: 1,
    checkers: 1,
    drawn: 1,
    passedOver: 0,
    drawnAt: new Date(),
    drawer: "系统",
    reason: "试一试",
  });
  const of = { drawId, stationId, month, place: 1, itemId, round: 1, closedOn };
  return { id: await anyRowIn(bureau, "rechecks", { ...of, checkerId, turn: 1 }), itemId };
}

async function ofRecheck(bureau: Bureau, stationId: string): Promise<Case> {
  const { id, itemId } = await makeRecheck(bureau, stationId);
  const said = { outcome: "CONFIRMED", text: "" };
  return {
    row: node("Recheck", id),
    commands: {
      RECHECK_WORK: ["recheckWork", { id: itemId, ...said }],
      CORRECT_RECHECK: ["correctRecheck", { id, ...said, reason: "" }],
      PASS_RECHECK_ON: ["passRecheckOn", { id, reason: "" }],
    },
  };
}

export const casesOfRechecks = (bureau: Bureau, stations: readonly string[]): Promise<Case[]> =>
  Promise.all(stations.map((stationId) => ofRecheck(bureau, stationId)));

type Refused = Record<string, [mutation: string, input: object, said: string]>;

export async function makeDone(bureau: Bureau, stationId: string, checker?: string) {
  const { id } = await makeRecheck(bureau, stationId, { checker });
  const said = { outcome: "CONFIRMED", text: "属实", checkedAt: new Date(), checker: "测试" };
  const checkedBy = bureau.administrator.accountId;
  await anyRowIn(bureau, "recheck_results", { recheckId: id, revision: 1, ...said, checkedBy });
  return id;
}

/** One that has its result. */
export async function doneRecheck(bureau: Bureau, stationId: string): Promise<{ row: Row; refused: Refused }> {
  const id = await makeDone(bureau, stationId);
  return {
    row: node("Recheck", id),
    refused: { PASS_RECHECK_ON: ["passRecheckOn", { id, reason: "出差" }, "RECHECK_DONE"] },
  };
}
