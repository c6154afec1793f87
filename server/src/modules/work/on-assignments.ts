import { undoingAbsence } from "#modules/members";
import { undoingAssignment } from "#modules/assignments";
import { type Stood, workDoneAt, workDoneFor } from "./work-done.store.ts";

/** Work that was done on a seat since somebody came there was done as its holder. */
undoingAssignment.answeredBy(async (tx, { assignment, path }) => {
  const { member, badge } = assignment;
  return worked(await workDoneAt(tx, assignment), path, { member, badge });
});

/** What somebody did for one who is away was done as the stand-in. */
undoingAbsence.answeredBy(async (tx, { absence, member: { name, badge }, path }) =>
  worked(await workDoneFor(tx, absence), path, { member: name, badge }),
);

const worked = (stood: Stood | undefined, path: (string | number)[], whose: { member: string; badge: string }) =>
  stood ? [{ path, code: "UNDO_WORKED", params: { ...whose, ...stood } }] : [];
