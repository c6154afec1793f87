import type { Bureau } from "../../support/bureau.ts";
import { fromNow } from "../assignments/staffing.ts";
import { makeAbsence } from "../grids/ground.ts";
import { makeMember, node, type Row } from "./rows-to-act-on.ts";

interface Case {
  row: Row;
  refused: Record<string, [mutation: string, input: object, said: string]>;
}

const update = (id: string) => ({ id, expectedVersion: 1 });

/** It was not recorded by the command that can be undone. */
export async function begunAbsence(bureau: Bureau, unitId: string): Promise<Case> {
  const { id: memberId } = await makeMember(bureau, unitId);
  const id = await makeAbsence(bureau, memberId, { startsAt: fromNow(-1), endsAt: fromNow(1) });
  return {
    row: node("Absence", id),
    refused: {
      CANCEL_ABSENCE: ["cancelAbsence", update(id), "ABSENCE_BEGUN"],
      UNDO_ABSENCE: ["undoAbsence", update(id), "ABSENCE_CHANGED_SINCE"],
    },
  };
}

export async function pastAbsence(bureau: Bureau, unitId: string): Promise<Case> {
  const { id: memberId } = await makeMember(bureau, unitId);
  const id = await makeAbsence(bureau, memberId, { startsAt: fromNow(-2), endsAt: fromNow(-1) });
  return {
    row: node("Absence", id),
    refused: {
      CANCEL_ABSENCE: ["cancelAbsence", update(id), "ABSENCE_OVER"],
      UPDATE_ABSENCE: ["updateAbsence", { ...update(id), to: fromNow(3) }, "ABSENCE_OVER"],
      UNDO_ABSENCE: ["undoAbsence", update(id), "ABSENCE_OVER"],
    },
  };
}
