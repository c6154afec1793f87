import type { ReadEnvironment } from "./read/fragment.ts";
import { anyRole, type CallerShape, type Reach } from "./read/reading.ts";

export const allRoles = ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER", "MEMBER", "AUDITOR"] as const;
export type Role = (typeof allRoles)[number];

/** A role over a unit and all below it; over the bureau's root it reaches everything. */
export interface Grant {
  role: Role;
  unitId: string;
  whole: boolean;
  unitIds: string[];
}

/** Who asks: an account through a session or a token, or by a job it has asked for; an operator at the command line; or time alone. */
export interface Actor {
  bureauId: string;
  accountId: string;
  name: string;
  memberId: string | null;
  via: { kind: "session" | "token" | "operator" | "job" | "clock"; id: string };
  mustChangePassword: boolean;
  mayWrite: boolean;
  grants: Grant[];
  known: Known;
}

/** What an actor was looked up under: it holds while the bureau's stamp is the same, until the session or token is over. */
export interface Known {
  stamp: number;
  until: Date | null;
}

/** Null of an operator and of the clock, which have none. */
export const accountOf = ({ via, accountId }: Pick<Actor, "via" | "accountId">): string | null =>
  via.kind === "operator" || via.kind === "clock" ? null : accountId;

/** The units over which the actor has one of these roles (any role when none are named). */
export function reachOf(actor: Actor, roles?: readonly string[]): "all" | string[] {
  const grants = roles ? actor.grants.filter((grant) => roles.includes(grant.role)) : actor.grants;
  if (grants.some((grant) => grant.whole)) return "all";
  return [...new Set(grants.flatMap((grant) => grant.unitIds))];
}

/** Whether the actor has one of these roles over this unit. */
export function reaches(actor: Actor, unitId: string, roles: readonly Role[]): boolean {
  const reach = reachOf(actor, roles);
  return reach === "all" || reach.includes(unitId);
}

export interface Caller {
  shape: CallerShape;
  scope: ReadEnvironment["scope"];
}

const callers = new WeakMap<Actor, Caller>();

/** What the read compiler needs to know of an actor. */
export function callerOf(actor: Actor): Caller {
  let caller = callers.get(actor);
  if (!caller) callers.set(actor, (caller = madeOf(actor)));
  return caller;
}

function madeOf(actor: Actor): Caller {
  const held = actor.grants.map((grant) => `${grant.role}${grant.whole ? "*" : ""}`);
  const key = `${[...new Set(held)].sort().join(",")}/${actor.mayWrite ? "w" : "r"}`;
  const reach = (roles?: readonly string[]): Reach => {
    const units = reachOf(actor, roles);
    if (units === "all") return "all";
    return units.length > 0 ? "some" : "none";
  };
  const known = new Map<string, readonly string[]>();
  const scope = (key: string) => {
    const found = known.get(key);
    if (found) return found;
    const units = reachOf(actor, key === anyRole ? undefined : key.split("+"));
    const listed = units === "all" ? [] : units;
    known.set(key, listed);
    return listed;
  };
  return { shape: { key, reach, mayWrite: actor.mayWrite }, scope };
}
