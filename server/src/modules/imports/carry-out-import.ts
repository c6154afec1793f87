import type { Transaction } from "#kernel/command";
import { enqueue } from "#kernel/jobs/enqueue";
import type { Job } from "#kernel/jobs/job";
import { check } from "./checking.ts";
import { carryOn, runOf, settle } from "./import-jobs.ts";
import type { ImportRow } from "./import.store.ts";
import { write } from "./writing.ts";

/** Checks or writes a run, as it was begun. Each holds a connection while it writes, and its file while it is planned. */
export const carryOutImport: Job = {
  name: "imports.carryOut",
  atOnce: 2,
  longestMinutes: 60,
  async run(ctx) {
    const run = await runOf(ctx);
    if (run) await carryOn(ctx, run, (underWay) => (run.status === "CHECKING" ? check : write)(underWay, run));
  },
  async givenUp(ctx) {
    const run = await runOf(ctx);
    if (run) await settle(ctx, run, "IMPORT_STOPPED");
  },
};

/** After the answer; the run is known by its version, so that what was cancelled and begun anew is another one. */
export const carryOut = (tx: Transaction, { id, version }: ImportRow) => enqueue(tx, carryOutImport, { id, version });
