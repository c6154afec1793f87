import { type Fragment, identifier, join, raw, sql } from "#kernel/read";
import type { Whose } from "./held.rows.ts";

/** What a line tells, as it is frozen when its week is signed. */
const told = {
  key: "text",
  source: "text",
  standing: "text",
  title: "text",
  number: "text",
  kind: "text",
  state: "text",
  itemId: "uuid",
  matterId: "uuid",
  dutyLineId: "uuid",
  gridId: "uuid",
  gridName: "text",
  duty: "text",
  dueOn: "date",
  closedOn: "date",
  isLate: "boolean",
  isWaiting: "boolean",
  isReturned: "boolean",
  isLateEntry: "boolean",
  photos: "integer",
  serves: "text",
  changedAt: "timestamptz",
} as const;
export const decided = {
  decision: "text",
  decisionReason: "text",
  decider: "text",
  decidedAt: "timestamptz",
  returnedItemId: "uuid",
} as const;
export const frozen = { ...told, ...decided };
type Told = keyof typeof told;

export const columnOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const columns = (keys: readonly string[], of: string) =>
  join(
    keys.map((key) => raw(`${of}.${columnOf(key)}`)),
    ", ",
  );
export const toldKeys = Object.keys(told) as Told[];
export const frozenKeys = Object.keys(frozen) as (keyof typeof frozen)[];

/** Of a line under the alias: what is frozen of it. */
export const frozenOf = (of: string): Fragment =>
  sql`jsonb_build_object(${join(
    frozenKeys.map((key) => raw(`'${columnOf(key)}', ${of}.${columnOf(key)}`)),
    ", ",
  )})`;

/** What an arm does not say is null, and no mark is set. */
export const lineOf = (whose: Whose, said: Partial<Record<Told, Fragment>>) =>
  sql`select ${whose.member} as member_id, ${whose.station} as station_id, ${whose.week} as week, ${join(
    toldKeys.map((key) => {
      const unsaid = told[key] === "boolean" ? raw("false") : key === "photos" ? raw("0") : raw(`null::${told[key]}`);
      return sql`${said[key] ?? unsaid} as ${identifier(columnOf(key))}`;
    }),
    ", ",
  )}`;
