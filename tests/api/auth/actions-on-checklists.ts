import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau } from "../../support/bureau.ts";
import type { Case } from "./actions-to-try.ts";
import { anyRowIn, node, type Row } from "./rows-to-act-on.ts";

const expectedVersion = 1_000;
const update = (id: string) => ({ id, expectedVersion });
let codes = 0;

/** A checklist with a draft that says nothing yet. */
export async function makeChecklist(bureau: Bureau, stationId: string | null, row: object = {}) {
  const code = `TRIED_${++codes}`;
  const templateId = await anyRowIn(bureau, "checklist_templates", {
    code,
    name: "试用清单",
    nameInitials: "syqd",
    stationId,
    ...row,
  });
  const said = { onClosedDay: "KEEP", windowDays: 1, graceDays: 0, lateDays: 0, burdenMinutes: 0, isReviewed: true };
  const versionId = await anyRowIn(bureau, "checklist_versions", { templateId, number: 1, state: "DRAFT", ...said });
  return { id: templateId, versionId };
}

async function ofChecklist(bureau: Bureau, stationId: string | null): Promise<Case> {
  const { id } = await makeChecklist(bureau, stationId);
  return {
    row: node("ChecklistTemplate", id),
    commands: {
      SET_CHECKLIST_DRAFT: ["setChecklistDraft", { ...update(id), content: {} }],
      PUBLISH_CHECKLIST: ["publishChecklist", update(id)],
      DISCARD_CHECKLIST_DRAFT: ["discardChecklistDraft", update(id)],
      RENAME_CHECKLIST: ["renameChecklist", { ...update(id), name: "" }],
      RETIRE_CHECKLIST: ["retireChecklist", { ...update(id), reason: "" }],
    },
  };
}

/** Of each station, and of the whole bureau. */
export const casesOfChecklists = (bureau: Bureau, stations: readonly string[]): Promise<Case[]> =>
  Promise.all([...stations, null].map((stationId) => ofChecklist(bureau, stationId)));

export const wrongChecklist = (stationId: string | null) => ({ code: "?", name: "", stationId, content: {} });

const now = (id: string) => ({ id, expectedVersion: 1 });

type Refused = Record<string, [mutation: string, input: object, said: string]>;

/** What is refused of a checklist that is retired, and what is said. */
export async function retiredChecklist(bureau: Bureau, stationId: string): Promise<{ row: Row; refused: Refused }> {
  const { id } = await makeChecklist(bureau, stationId, { retiredAt: new Date() });
  const said = "CHECKLIST_RETIRED";
  return {
    row: node("ChecklistTemplate", id),
    refused: {
      SET_CHECKLIST_DRAFT: ["setChecklistDraft", { ...now(id), content: {} }, said],
      PUBLISH_CHECKLIST: ["publishChecklist", now(id), said],
      DISCARD_CHECKLIST_DRAFT: ["discardChecklistDraft", now(id), said],
      RENAME_CHECKLIST: ["renameChecklist", { ...now(id), name: "试一试" }, said],
      RETIRE_CHECKLIST: ["retireChecklist", { ...now(id), reason: "试一试" }, said],
    },
  };
}

export async function checklistWithoutDraft(bureau: Bureau): Promise<{ row: Row; refused: Refused }> {
  const { id, versionId } = await makeChecklist(bureau, null);
  await bureau.sql((sql) => sql`update checklist_versions set state = 'DISCARDED' where id = ${versionId}`);
  const said = "CHECKLIST_NO_DRAFT";
  return {
    row: node("ChecklistTemplate", id),
    refused: {
      PUBLISH_CHECKLIST: ["publishChecklist", now(id), said],
      DISCARD_CHECKLIST_DRAFT: ["discardChecklistDraft", now(id), said],
    },
  };
}

/** A run of it at the grid, which nobody has made: it stands there by itself. */
export async function makeRun(
  bureau: Bureau,
  { id: templateId, versionId }: { id: string; versionId: string },
  { gridId, stationId, title }: { gridId: string; stationId: string; title: string },
) {
  const [itemId, eventId, at] = [newId(), newId(), new Date()];
  const [bureauId, day] = [bureau.id, "2026-03-02"];
  const address = { gridId, duty: "MEDIATOR", level: 3 };
  const run = { templateId, templateVersionId: versionId, occurrenceOn: day, windowEndsOn: day, seatDuty: "MEDIATOR" };
  const standing = {
    opensAt: at,
    state: "ACCEPTED",
    stateSince: at,
    lastSequence: 1,
    lastEventAt: at,
    lastEventId: eventId,
  };
  const item = { kind: "RUN", number: itemId, title, urgency: "ORDINARY", stationId, issuerUnitId: bureau.rootId };
  const event = { action: "ISSUE", toState: "ACCEPTED", round: 1, actorName: "测试", cause: "JOB", source: "DESK" };
  await bureau.sql(async (sql) => {
    await sql`insert into work_items ${sql({ bureauId, id: itemId, ...address, ...run, graceDays: 0, lateDays: 0, ...item, ...standing })}`;
    await sql`insert into work_events ${sql({ bureauId, id: eventId, itemId, sequence: 1, at, ...address, ...event })}`;
  });
  return itemId;
}
