import { doorFor } from "./doors.ts";
import { leaveFor } from "./leave.ts";
import { here, ownerOfDocument, sessionIsOver } from "./whose.ts";

export function goWhereRefused(code: string) {
  if (code === "UNAUTHENTICATED" && ownerOfDocument()) return sessionIsOver();
  const door = doorFor(code, here());
  if (door) leaveFor(door);
}
