import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { addDays, dayOf, mondayOf } from "#kernel/day";
import { assertNoConflict } from "#kernel/faults";
import type { FieldFault } from "#kernel/errors";
import { enqueue } from "#kernel/jobs/enqueue";
import { record } from "#kernel/record";
import { categoryFor } from "#modules/matters";
import type { ChecklistBeginning } from "./checklist.enums.ts";
import type { PublishChecklistInput } from "./checklist.inputs.ts";
import {
  assertInUse,
  contentOf,
  draftMeant,
  lastPublishedIn,
  lockTemplate,
  saveTemplate,
  saveVersion,
  type VersionRow,
  versionsOf,
} from "./checklist.store.ts";
import { type Content, openFaults } from "./content.rules.ts";
import { authorizeOver } from "./drafting.ts";
import { makeRuns } from "./make-runs.ts";

/** So far back a version may start: whoever asks for it has all runs since then made. */
const mostDaysBack = 366;

export function publishChecklist(ctx: Context, input: PublishChecklistInput) {
  return inTransaction(ctx, "publishChecklist", input, async (tx) => {
    const template = await lockTemplate(tx, input.id);
    authorizeOver(tx, template.stationId);
    assertInUse(template, input);
    const versions = await versionsOf(tx, template.id);
    const [draft, last] = [draftMeant(versions), lastPublishedIn(versions)];
    const content = await contentOf(tx, draft);
    const today = dayOf(tx.now);
    assertNoConflict([...openFaults(content), ...(await groundFaults(tx, content, last, today))]);
    const madeFrom = firstMade(content.startsOn!, today, input.begins ?? "TODAY");
    if (last) await saveVersion(tx, last.id, { supersededOn: draft.startsOn });
    const published = { state: "PUBLISHED", publishedAt: tx.now, publishedBy: tx.actor.name, madeFrom };
    await saveVersion(tx, draft.id, published);
    const before = addDays(madeFrom, -1);
    const isBehind = template.madeThrough === null || template.madeThrough > before;
    await saveTemplate(tx, template.id, isBehind ? { madeThrough: before } : {});
    await record(tx, {
      action: "checklist.publish",
      entity: { type: "ChecklistTemplate", id: template.id },
      after: { number: draft.number, startsOn: draft.startsOn, madeFrom },
    });
    await enqueue(tx, makeRuns);
    return { id: template.id };
  });
}

function firstMade(startsOn: string, today: string, begins: ChecklistBeginning): string {
  if (begins === "START") return startsOn;
  const first = begins === "TODAY" ? today : mondayOf(today);
  return startsOn > first ? startsOn : first;
}

/** What keeps it from holding that another one holds, or that hazards are registered nowhere. */
async function groundFaults(
  tx: Transaction,
  { startsOn, items }: Content,
  last: VersionRow | undefined,
  today: string,
): Promise<FieldFault[]> {
  const path = ["input", "id"];
  const faults: FieldFault[] = [];
  const earliest = addDays(today, -mostDaysBack);
  if (startsOn !== null && startsOn < earliest)
    faults.push({ path, code: "CHECKLIST_STARTS_TOO_EARLY", params: { day: earliest } });
  if (startsOn !== null && last && startsOn < last.startsOn!)
    faults.push({ path, code: "CHECKLIST_STARTS_BEFORE_THE_LAST", params: { day: last.startsOn! } });
  if (items.some(({ fails }) => fails !== "NEVER") && !(await categoryFor(tx, "HAZARD", null)))
    faults.push({ path, code: "CHECKLIST_NO_HAZARD_CATEGORY" });
  return faults;
}
