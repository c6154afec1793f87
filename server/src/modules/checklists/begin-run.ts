import { createHash } from "node:crypto";
import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { lockGrid } from "#modules/grids";
import { mayIssueWork, openRuns } from "#modules/work";
import type { BeginRunInput } from "./checklist.inputs.ts";
import { lastPublishedIn, lockTemplate, type TemplateRow, type VersionRow, versionsOf } from "./checklist.store.ts";
import { mostAtOnce, runOf } from "./make-runs.ts";
import { holdMade, insertBatch, lookAtAll, seatsToServe } from "./make-runs.store.ts";

/** Of a checklist without a recurrence: for one case at a grid, at each of its seats that owes it. */
export function beginRun(ctx: Context, input: BeginRunInput) {
  return inTransaction(ctx, "beginRun", input, async (tx) => {
    const template = await lockTemplate(tx, input.id);
    const grid = await lockGrid(tx, input.gridId, ["input", "gridId"]);
    authorize(tx.actor, mayIssueWork, grid.stationId);
    const faults: FieldFault[] = [];
    const about = checkText(faults, ["input", "about"], input.about, { required: true, most: 40 })!;
    assertValid(faults);
    const version = byHandIn(template, await versionsOf(tx, template.id), dayOf(tx.now));
    return { ids: await begin(tx, { template, version, about }, grid) };
  });
}

/** The version that holds today, where it is begun by hand. */
function byHandIn(template: TemplateRow, versions: readonly VersionRow[], today: string): VersionRow {
  const version = lastPublishedIn(versions);
  const holds = version && version.startsOn! <= today && (version.lastOn === null || version.lastOn >= today);
  if (template.retiredAt === null && holds && version.recurrence === null) return version;
  throw new Conflict([{ path: ["input", "id"], code: "CHECKLIST_NOT_BY_HAND", params: { name: template.name } }]);
}

async function begin(
  tx: Transaction,
  { template, version, about }: { template: TemplateRow; version: VersionRow; about: string },
  { id: gridId, stationId }: { id: string; stationId: string },
): Promise<string[]> {
  const on = dayOf(tx.now);
  const making = { template: { ...template, versions: [version] }, version, on, at: tx.now };
  const { numbered } = await holdMade(tx, making, stationId);
  const isOfAnother = template.stationId !== null && template.stationId !== stationId;
  const seats = isOfAnother ? [] : await seatsToServe(tx, making, stationId, mostAtOnce, gridId);
  if (seats.length === 0) throw new Conflict([{ path: ["input", "gridId"], code: "CHECKLIST_NOTHING_TO_BEGIN" }]);
  const run = await runOf(tx, making, stationId);
  const prefix = `${template.code}-${on.replaceAll("-", "")}`;
  const places = seats.map((seat, index) =>
    Object.assign(seat, { number: `${prefix}-${String(numbered + index + 1).padStart(4, "0")}` }),
  );
  const ids = await openRuns(tx, { ...run, title: `${template.name}：${about}` }, places);
  const digest = createHash("sha256").update(ids.join("\n")).digest("hex");
  const batch = { templateId: template.id, versionId: version.id, occurrenceOn: on, stationId };
  await lookAtAll(tx);
  await insertBatch(tx, { ...batch, runs: ids.length, digest, isLast: false });
  const after = { number: version.number, occurrenceOn: on, gridId, about };
  await record(tx, ...ids.map((id) => ({ action: "checklist.beginRun", entity: { type: "WorkItem", id }, after })));
  return ids;
}
