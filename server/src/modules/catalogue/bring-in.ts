import type { Transaction } from "#kernel/command";
import { record } from "#kernel/record";
import type { LineDraft } from "./line.rules.ts";
import { lockCatalogue, putInForce } from "./line.store.ts";
import { authorizeLines } from "./station.store.ts";

/** Lines of lists that were kept elsewhere until now: each is in force from now on, by the next revision. */
export async function bringLinesIn(tx: Transaction, drafts: readonly LineDraft[], reason: string) {
  for (const stationId of new Set(drafts.map((draft) => draft.stationId))) authorizeLines(tx, stationId);
  const stations = [...new Set(drafts.flatMap(({ stationId }) => stationId ?? []))];
  const { deeds } = await putInForce(tx, await lockCatalogue(tx, stations), drafts);
  await record(tx, ...deeds.map((deed) => Object.assign(deed, { reason })));
}
