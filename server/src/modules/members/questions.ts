import type { FieldFault } from "#kernel/errors";
import { question } from "#kernel/question";
import type { MemberRow } from "./member.store.ts";

/** What keeps the substitute from standing in for the member over the time. */
export const substituteFaults = question<
  { member: MemberRow; substitute: MemberRow; startsAt: Date; endsAt: Date | null },
  FieldFault
>();
