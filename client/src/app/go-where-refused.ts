import { doorFor } from "../lib/doors.ts";
import { leaveFor } from "../lib/leave.ts";
import { ownerOfDocument, sessionIsOver } from "../lib/whose.ts";
import { router } from "./router.ts";

export function goWhereRefused(code: string) {
  if (code === "UNAUTHENTICATED" && ownerOfDocument()) return sessionIsOver();
  const door = doorFor(code, router.state.location.href);
  if (door) leaveFor(door);
}
