import { addDays } from "../days.ts";
import type { Draft, Duty, Grid, Member, Role, Unit } from "../draft.ts";
import { memberAccountsMadeOn } from "./begun.ts";
import type { Timeline } from "./timeline.ts";
import type { Actor, Ledger } from "./ledger.ts";
import type { Address, Item } from "./rows.ts";

/** A station at work: who commands it, whose accounts act in it, and where its orders may go. */
export interface Crew {
  ledger: Ledger;
  station: Unit;
  /** Whom its cases, and every third incident, are addressed to. */
  team: Unit;
  partner: Unit;
  grids: readonly Grid[];
  actors: ReadonlyMap<string, Actor>;
  commanders: readonly Actor[];
}

/** Everybody whose account could act all the while. */
export const couldActAll = (draft: Draft, { joinedOn, leftOn }: Member) =>
  !leftOn && (joinedOn ?? "2024-01-01") < addDays(memberAccountsMadeOn(draft), -10);

/** An account of the member's own; by the badge where nothing else is said. */
export function addMemberAccount(
  draft: Draft,
  member: Member,
  { role = "MEMBER", unit, name }: { role?: Role; unit: Unit; name?: string },
): Actor {
  const account = {
    ...{ id: draft.newId(), accountId: draft.newId(), name: name ?? member.badge.toLowerCase(), role, unitId: unit.id },
    ...{ displayName: member.name, memberId: member.id, isPointedOut: name !== undefined },
  };
  draft.accounts.push(account);
  return { ...actorOf(account), homeId: member.unitId };
}

export const actorOf = ({ accountId, name, displayName, memberId, unitId }: Draft["accounts"][number]): Actor => ({
  ...{ accountId, name, displayName, unitId },
  memberId: memberId ?? null,
});

/** Who commands on the day: one after another of those who are there. */
export function commanderOf({ ledger, commanders }: Crew, at: Date): Actor {
  const there = commanders.filter(({ memberId }) => memberId === null || ledger.answering.isThere(memberId, at));
  return there[Math.floor(at.getTime() / 86_400_000) % there.length]!;
}

/** Who answers for the address now and has an account. */
export const answererAt = (
  { ledger, actors }: Crew,
  address: Pick<Address, "gridId" | "duty" | "memberId">,
  at: Date,
) => ledger.answering.of(address, at).flatMap(({ memberId }) => actors.get(memberId ?? "") ?? [])[0];

/** Who answers for the item: where nobody does, time goes by. */
export function answererOf(crew: Crew, { row }: Item, time: Timeline): Actor {
  for (let days = 0; days < 60; days++) {
    const actor = answererAt(crew, row, time.at);
    if (actor) return actor;
    time.hours(20, 26);
  }
  throw new Error(`nobody answers for ${row.title}`);
}

/** Whoever of the unit is there, for work that somebody has to claim. */
export function claimantAt({ ledger, actors }: Crew, unit: Unit, at: Date): Actor | undefined {
  const there = [...actors.values()].filter(
    ({ memberId, homeId }) => homeId === unit.id && ledger.answering.isThere(memberId!, at),
  );
  return there.length > 0 ? ledger.random.pick(there) : undefined;
}

export const seatOf = ({ id: gridId, level = 3 }: Grid, duty: Duty = "RESPONSIBLE_OFFICER") => ({
  ...{ gridId, duty, memberId: null, unitId: null, level },
});

export const unitAddress = ({ id: unitId, level }: Unit) => ({
  ...{ gridId: null, duty: null, memberId: null, unitId, level },
});

/** A grid whose officer can act now and in the days to come. */
export function mannedGrid(crew: Crew, at: Date): Grid {
  const { random, draft } = crew.ledger;
  const soon = [0, 1, 3].map((days) => new Date(Math.min(at.getTime() + days * 86_400_000, draft.now.getTime())));
  const isManned = (grid: Grid) => soon.every((moment) => answererAt(crew, seatOf(grid), moment));
  return random.shuffled(crew.grids).find(isManned) ?? crew.grids.find((grid) => answererAt(crew, seatOf(grid), at))!;
}
