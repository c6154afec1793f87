import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { Conflict, type FieldFault, Invalid, NotFound } from "#kernel/errors";
import { gridGround, memberGround, unitGround } from "./address.store.ts";
import type { AddressInput } from "./work.inputs.ts";
import type { Address, Answerer } from "./work.store.ts";

/** Where work goes, of which station it is, and who answers there now. */
export interface Addressed extends Address {
  stationId: string;
  level: number;
  /** Of a unit. */
  unitKind: string | null;
  answerers: readonly Answerer[];
}

const none = { gridId: null, duty: null, memberId: null, unitId: null, unitKind: null };

/** The one seat, member or unit that the input names: in sight, and there today. */
export async function addressOf(tx: Transaction, input: AddressInput, path: FieldFault["path"]): Promise<Addressed> {
  const named = [input.gridId, input.memberId, input.unitId].filter(Boolean).length;
  if (named !== 1) throw new Invalid([{ path, code: "WORK_ADDRESS_ONE" }]);
  if (input.duty && !input.gridId) throw new Invalid([{ path: [...path, "gridId"], code: "REQUIRED" }]);
  if (input.gridId) return seatOf(tx, input, [...path, "gridId"]);
  if (input.memberId) return memberOf(tx, input.memberId, [...path, "memberId"]);
  return unitOf(tx, input.unitId!, [...path, "unitId"]);
}

async function seatOf(
  tx: Transaction,
  { gridId, duty: given }: AddressInput,
  path: FieldFault["path"],
): Promise<Addressed> {
  const duty = given ?? "RESPONSIBLE_OFFICER";
  const grid = await gridGround(tx, gridId!, duty);
  if (!grid) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  const today = dayOf(tx.now);
  if (grid.openedOn > today || (grid.closedOn !== null && grid.closedOn <= today))
    throw new Conflict([{ path, code: "WORK_GRID_NOT_OPEN", params: { grid: grid.name } }]);
  const { stationId, level, answerers } = grid;
  return { ...none, gridId: gridId!, duty, stationId, level, answerers };
}

/** A member who is in sight and on the strength. */
export async function memberOf(tx: Transaction, memberId: string, path: FieldFault["path"]): Promise<Addressed> {
  const member = await memberGround(tx, memberId);
  if (!member) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  if (member.leftOn !== null && member.leftOn <= dayOf(tx.now))
    throw new Conflict([{ path, code: "WORK_MEMBER_LEFT", params: { member: member.name } }]);
  const { stationId, level, answerers } = member;
  return { ...none, memberId, stationId, level, answerers };
}

async function unitOf(tx: Transaction, unitId: string, path: FieldFault["path"]): Promise<Addressed> {
  const unit = await unitGround(tx, unitId);
  if (!unit) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  if (unit.closedOn !== null && unit.closedOn <= dayOf(tx.now))
    throw new Conflict([{ path, code: "WORK_UNIT_CLOSED", params: { unit: unit.name } }]);
  const { stationId, level, answerers } = unit;
  return { ...none, unitId, unitKind: unit.kind, stationId, level, answerers };
}
