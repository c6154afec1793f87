import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau } from "../../support/bureau.ts";
import { makeGrid, makeMember } from "../grids/ground.ts";

/** A photo of a task of the station, put there with it: nobody of the test answers for the task. */
export async function makePhoto(bureau: Bureau, stationId: string): Promise<string> {
  const [itemId, eventId, id] = [newId(), newId(), newId()];
  const [grid, member] = [await makeGrid(bureau, stationId), await makeMember(bureau, stationId)];
  const [bureauId, at, { accountId }] = [bureau.id, new Date(), bureau.administrator];
  const address = { gridId: grid.id, duty: "MEDIATOR", level: 3 };
  const item = {
    kind: "TASK",
    number: itemId,
    title: "张贴防诈海报",
    urgency: "ORDINARY",
    stationId,
    issuerUnitId: bureau.rootId,
  };
  const standing = {
    opensAt: at,
    state: "ACCEPTED",
    stateSince: at,
    lastSequence: 1,
    lastEventAt: at,
    lastEventId: eventId,
  };
  const event = { action: "ISSUE", toState: "ACCEPTED", round: 1, actorName: "测试", cause: "PERSON", source: "DESK" };
  const file = { sentDigest: "0".repeat(64), round: 1, announcedAt: at, accountId, memberId: member.id };
  await bureau.sql(async (sql) => {
    await sql`insert into work_items ${sql({ bureauId, id: itemId, ...address, ...item, ...standing })}`;
    await sql`insert into work_events ${sql({ bureauId, id: eventId, itemId, sequence: 1, at, ...address, ...event })}`;
    await sql`insert into evidence_files ${sql({ bureauId, id, itemId, ...file })}`;
  });
  return id;
}
