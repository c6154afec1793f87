import type { Transaction } from "#kernel/command";
import { evidenceOfRound } from "./evidence.store.ts";
import { faultsOf } from "./evidence.rules.ts";

interface Submitted {
  id: string;
  round: number;
  photosAtLeast: number;
}

/** What of the item's photos keeps its feedback from being given; `sentDigests` are those that it names beside the ones announced. */
export const evidenceFaults = async (tx: Transaction, item: Submitted, sentDigests: readonly string[] = []) =>
  faultsOf(await evidenceOfRound(tx, item), sentDigests, item.photosAtLeast);
