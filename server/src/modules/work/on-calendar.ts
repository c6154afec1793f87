import { calendarPublished } from "#modules/calendar";
import { recomputeOpen } from "./recompute.ts";

calendarPublished.answeredBy(async (tx) => [
  {
    faults: [],
    async act() {
      await recomputeOpen(tx);
      return [];
    },
  },
]);
