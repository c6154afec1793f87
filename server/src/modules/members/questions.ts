import type { FieldFault } from "#kernel/errors";
import { type Consequence, question } from "#kernel/question";
import type { AbsenceToUndo } from "./absence.store.ts";
import type { MemberKind } from "./member-kind.ts";
import type { MemberRow } from "./member.store.ts";
import type { SeatsOnTransfer } from "./seats-on-transfer.ts";

interface Leaving {
  member: MemberRow;
  /** The first day away. */
  on: string;
  /** What is held ends too. */
  mayEnd: boolean;
  /** Of what is held, what others take over. */
  successors: readonly Succession[];
  reason: string | null;
}

export interface Succession {
  assignmentId: string;
  memberId: string;
}

/** What follows from a member's leaving. */
export const leaving = question<Leaving, Consequence>();

/** What follows from a member's coming to another unit on a day. */
export const transferring = question<
  { member: MemberRow; unitId: string; on: string; seats: SeatsOnTransfer | null; reason: string | null },
  Consequence
>();

/** What keeps a member from being of another kind. */
export const changingKind = question<{ member: MemberRow; kind: MemberKind }, FieldFault>();

/** What keeps a member from having joined no earlier than that day. */
export const joining = question<{ member: MemberRow; joinedOn: string }, FieldFault>();

/** What keeps the substitute from standing in for the member over the time. */
export const standingIn = question<
  { member: MemberRow; substitute: MemberRow; startsAt: Date; endsAt: Date | null },
  FieldFault
>();

/** What stands on an absence by now and keeps it from being undone. */
export const undoingAbsence = question<
  { absence: AbsenceToUndo; member: MemberRow; path: FieldFault["path"] },
  FieldFault
>();
