import { dayOf } from "#kernel/day";
import { leaving } from "#modules/members";
import { handOverFrom } from "./follow-places.ts";

/** What is addressed to the member goes to the chief of its station, what was claimed back to its unit; seats' work stays with them. */
leaving.answeredBy(async (tx, { member, on, reason }) => [
  {
    faults: [],
    async act() {
      if (on <= dayOf(tx.now)) await handOverFrom(tx, { memberId: member.id, reason });
      return [];
    },
  },
]);
