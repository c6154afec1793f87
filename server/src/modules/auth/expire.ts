import type { Job } from "#kernel/jobs/job";
import { expireAllConsents } from "./consent.store.ts";
import { forgetOldTries } from "./lock-out.store.ts";
import { dropOldSessions } from "./session.store.ts";

/** Who was signed in from where is told for so long after a session is over. */
const sessionDays = 90;
const portion = 500;

/** What is over by time alone. Each portion is a transaction of its own; a row that somebody holds is left for the next day. */
export const expireAccess: Job = {
  name: "auth.expire",
  daily: "3:20",
  async run({ inBureau, bureauId, now, signal }) {
    const at = now();
    const over = new Date(at.getTime() - sessionDays * 86_400_000);
    for (const expire of [
      (place: Place) => expireAllConsents(place, portion),
      (place: Place) => forgetOldTries(place, portion),
      (place: Place) => dropOldSessions(place, over, portion),
    ]) {
      while ((await inBureau((sql) => expire({ sql, bureauId, now: at }))) === portion) signal.throwIfAborted();
    }
  },
};

type Place = Parameters<typeof dropOldSessions>[0];
