import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { undoingAssignment } from "#modules/assignments";
import { signedSince } from "./week-review.store.ts";

/** A signed week says which seats its member held. */
undoingAssignment.answeredBy(
  async (tx: Transaction, { assignment: { memberId, member, badge, from, createdAt }, path }) => {
    const week = await signedSince(tx, memberId, { startsOn: dayOf(from), createdAt });
    return week ? [{ path, code: "UNDO_SIGNED", params: { member, badge, week } }] : [];
  },
);
