import type { Transaction } from "#kernel/command";
import { Conflict } from "#kernel/errors";
import { message } from "#kernel/messages";
import { categoryFor, recordMatter } from "#modules/matters";
import { stepped, type Stepped } from "#modules/work";
import { insertOpened, toBeOpened, type ToOpen } from "./run.store.ts";

/** What fails opens a hazard, and what was found a matter each, in the transaction that hands it in, and none again in another round. */
stepped.answeredBy(async (tx, { action, after }) => {
  if (after.kind === "RUN" && (action === "SUBMIT" || action === "FILL_LATE"))
    for (const matter of await toBeOpened(tx, after)) await openMatter(tx, after, matter);
  return [];
});

const mostOfTitle = 100;

async function openMatter(tx: Transaction, run: Stepped["after"], { kind, said, ...of }: ToOpen) {
  const categoryId = await categoryFor(tx, kind, of.hazardCategory);
  if (!categoryId)
    throw new Conflict([
      { path: ["input", "id"], code: kind === "HAZARD" ? "CHECKLIST_NO_HAZARD_CATEGORY" : "CHECKLIST_NO_CATEGORY" },
    ]);
  const answer = of.told ?? of.choice ?? of.count ?? message("zh-CN", "CHECKLIST_SEE_PHOTO");
  const matterId = await recordMatter(tx, {
    kind,
    categoryId,
    source: "CHECKLIST",
    urgency: "ORDINARY",
    title: [...(said ?? of.wording)].slice(0, mostOfTitle).join(""),
    description: [
      message("zh-CN", "CHECKLIST_HAZARD", { number: run.number, wording: of.wording, answer }),
      ...(said ? [said] : []),
    ].join("\n"),
    gridId: run.gridId,
    stationId: run.stationId,
    address: null,
    happenedAt: tx.now.toISOString(),
    firstReceiverId: tx.actor.memberId!,
    registrarId: null,
  });
  await insertOpened(tx, { runId: run.id, code: of.code, position: of.position, matterId });
}
