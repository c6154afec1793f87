import { dayOf } from "#kernel/day";
import { asClock } from "#kernel/jobs/as-clock";
import type { Job } from "#kernel/jobs/job";
import { record } from "#kernel/record";
import { draw } from "./draw.ts";
import { holdMonth, stationsToDraw } from "./draw.store.ts";
import { monthBeside, monthOf } from "./month.rules.ts";

/** Draws of what each station closed in the month that is over, once: it is looked for each night, so that none is left out. */
export const drawMonth: Job = {
  name: "rechecks.drawMonth",
  daily: "4:20",
  async run(ctx) {
    const month = monthBeside(monthOf(dayOf(ctx.now())), -1);
    for (const stationId of await asClock(ctx, (tx) => stationsToDraw(tx, month))) {
      ctx.signal.throwIfAborted();
      await asClock(ctx, async (tx) => {
        const { perMonth, draws } = await holdMonth(tx, stationId, month);
        if (draws > 0) return;
        const deed = await draw(tx, { stationId, month, number: 1, asked: perMonth, reason: null });
        if (deed) await record(tx, deed);
      });
    }
  },
};
