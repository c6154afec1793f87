import type { Transaction } from "#kernel/command";
import { Conflict } from "#kernel/errors";
import { message } from "#kernel/messages";
import { categoryFor, recordMatter } from "#modules/matters";
import { stepped, type Stepped } from "#modules/work";
import { type Failed, failedWithoutHazard, insertHazard } from "./run.store.ts";

/** What fails opens one hazard, in the transaction that hands it in, and none again in another round. */
stepped.answeredBy(async (tx, { action, after }) => {
  if (after.kind === "RUN" && (action === "SUBMIT" || action === "FILL_LATE"))
    for (const failed of await failedWithoutHazard(tx, after)) await openHazard(tx, after, failed);
  return [];
});

const mostOfTitle = 100;

async function openHazard(tx: Transaction, run: Stepped["after"], failed: Failed) {
  const categoryId = await categoryFor(tx, "HAZARD", failed.hazardCategory);
  if (!categoryId) throw new Conflict([{ path: ["input", "id"], code: "CHECKLIST_NO_HAZARD_CATEGORY" }]);
  const answer = failed.told ?? failed.choice ?? failed.count ?? message("zh-CN", "CHECKLIST_SEE_PHOTO");
  const matterId = await recordMatter(tx, {
    kind: "HAZARD",
    categoryId,
    source: "CHECKLIST",
    urgency: "ORDINARY",
    title: [...(failed.wrong ?? failed.wording)].slice(0, mostOfTitle).join(""),
    description: [
      message("zh-CN", "CHECKLIST_HAZARD", { number: run.number, wording: failed.wording, answer }),
      ...(failed.wrong ? [failed.wrong] : []),
    ].join("\n"),
    gridId: run.gridId,
    stationId: run.stationId,
    address: null,
    happenedAt: tx.now.toISOString(),
    firstReceiverId: tx.actor.memberId!,
    registrarId: null,
  });
  await insertHazard(tx, { runId: run.id, code: failed.code, matterId });
}
