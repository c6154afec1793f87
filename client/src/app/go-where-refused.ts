import { doorFor } from "../lib/doors.ts";
import { leaveFor } from "../lib/leave.ts";
import { router } from "./router.ts";

export function goWhereRefused(code: string) {
  const door = doorFor(code, router.state.location.href);
  if (door) leaveFor(door);
}
