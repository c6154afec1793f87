import type { Cell } from "./database.ts";

const duties = ["RESPONSIBLE_OFFICER", "AUXILIARY", "MEDIATOR", "SECURITY_DIRECTOR", "GRID_WORKER"] as const;
const positions: Record<string, number> = Object.fromEntries(duties.map((duty, position) => [duty, position]));

/** In SQL: whether a row is in force, the day it is, and a holder `m` as JSON. */
export const inForce = (row: string) =>
  `${row}.starts_at <= now() and (${row}.ends_at is null or ${row}.ends_at > now())`;
export const today = `(now() at time zone 'Asia/Shanghai')::date`;

/** The grids `g`, and `f`: what they are today. */
export const gridsToday = `grids g join grid_facts f on f.bureau_id = $1::uuid and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today})`;
export const holderJson = `'{"id":"' || m.id || '","name":' || to_json(m.name) || ',"badge":' || to_json(m.badge) || '}'`;

/** What each post of a grid asks for and who holds it, the first to come first. */
export interface Posts {
  atLeast: readonly number[];
  /** JSON of the holders. */
  holders: string[][] | undefined;
}

/** By kind and complexity, with a blank between them: the number of holders of each duty. */
export class Standards {
  readonly #byKind = new Map<string, number[]>();
  add(key: string, duty: Cell, atLeast: Cell) {
    let all = this.#byKind.get(key);
    if (!all) this.#byKind.set(key, (all = duties.map(() => 0)));
    all[positions[duty as string]!] = Number(atLeast);
  }
  of(key: Cell): readonly number[] {
    return this.#byKind.get(key as string) ?? [];
  }
}

/** By grid and duty, the JSON of the holders in the order they came. */
export class Holders {
  readonly #byGrid = new Map<Cell, string[][]>();
  add(gridId: Cell, duty: Cell, json: Cell) {
    let all = this.#byGrid.get(gridId);
    if (!all) this.#byGrid.set(gridId, (all = duties.map(() => [])));
    all[positions[duty as string]!]!.push(json as string);
  }
  of(gridId: Cell): string[][] | undefined {
    return this.#byGrid.get(gridId);
  }
}

/** The JSON of a grid's seats: the holders', then the vacant ones that the standard asks for. */
export function seatsOf({ atLeast, holders }: Posts, isFilledAsked: boolean): string {
  let json = "";
  for (let position = 0; position < duties.length; position++) {
    const held = holders?.[position];
    const seats = Math.max(held?.length ?? 0, atLeast[position] ?? 0);
    for (let at = 0; at < seats; at++) {
      const holder = held?.[at];
      const filled = isFilledAsked ? `"isFilled":${holder !== undefined},` : "";
      json += `${json && ","}{"duty":"${duties[position]}","ordinal":${at + 1},${filled}"holder":${holder ?? "null"}}`;
    }
  }
  return `[${json}]`;
}

export function countsOf({ atLeast, holders }: Posts): { required: number; filled: number } {
  let [required, filled] = [0, 0];
  for (let position = 0; position < atLeast.length; position++) {
    required += atLeast[position]!;
    filled += Math.min(atLeast[position]!, holders?.[position]?.length ?? 0);
  }
  return { required, filled };
}
