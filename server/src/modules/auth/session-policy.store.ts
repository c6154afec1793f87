import { bureaus } from "@maple-bridge/drizzle/tables";
import { type Transaction, update } from "#kernel/command";
import { lockSeen } from "#kernel/read";
import { SessionPolicy } from "./session-policy.types.ts";

interface SessionPolicyRow {
  sessionIdleMinutes: number;
  sessionHours: number;
  version: number;
}

export const lockSessionPolicy = (tx: Transaction) =>
  lockSeen<SessionPolicyRow>(tx, SessionPolicy, tx.bureauId, ["sessionIdleMinutes", "sessionHours", "version"]);

/** As the audit log tells it; undefined where nothing differs. */
export async function writeSessionPolicy(tx: Transaction, { idleMinutes, hours }: Hours) {
  const [change] = await update(tx, bureaus, tx.bureauId, { sessionIdleMinutes: idleMinutes, sessionHours: hours });
  return change && { before: told(change.before), after: told(change.after) };
}

interface Hours {
  idleMinutes: number;
  hours: number;
}

const told = ({ sessionIdleMinutes, sessionHours }: Partial<SessionPolicyRow>) => ({
  ...(sessionIdleMinutes !== undefined && { idleMinutes: sessionIdleMinutes }),
  ...(sessionHours !== undefined && { hours: sessionHours }),
});
