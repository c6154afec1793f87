import type { FieldFault } from "#kernel/errors";
import { question } from "#kernel/question";
import type { DivisionRow } from "./division.store.ts";
import type { UnitRow } from "./unit.store.ts";

/** What keeps a unit from being closed on the day: who or what still belongs to it. */
export const closingUnit = question<{ unit: UnitRow; on: string }, FieldFault>();

/** What keeps a unit from coming below others: `stationIds` are it and all that would stand above it. */
export const movingUnit = question<{ unit: UnitRow; stationIds: readonly string[] }, FieldFault>();

/** What keeps a division from being closed on the day. */
export const closingDivision = question<{ division: DivisionRow; on: string }, FieldFault>();
