import type { Job } from "#kernel/jobs/job";
import { recordFor } from "#kernel/record";
import { eraseContacts as eraseSome } from "./sealed-contact.store.ts";
import { daysKept } from "./sealed-contact.types.ts";

const portion = 200;
const dayMs = 86_400_000;

/** A party's contact is kept no longer than its matter needs it. */
export const eraseContacts: Job = {
  name: "matters.eraseContacts",
  daily: "3:50",
  async run({ inBureau, bureauId, now, requestId, signal }) {
    const at = now();
    const before = new Date(at.getTime() - daysKept * dayMs);
    const by = { accountId: null, actorName: "system", requestId };
    const erase = () =>
      inBureau(async (sql) => {
        const erased = await eraseSome({ sql, bureauId }, at, before, portion);
        const matterIds = [...new Set(erased.map(({ matterId }) => matterId))];
        const deeds = matterIds.map((id) => ({ action: "matter.eraseContacts", entity: { type: "Matter", id } }));
        if (deeds.length > 0) await recordFor({ sql, bureauId }, by, at, deeds);
        return erased.length;
      });
    while ((await erase()) === portion) signal.throwIfAborted();
  },
};
