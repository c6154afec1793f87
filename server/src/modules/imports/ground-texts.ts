import type { GridGround, Ground, MemberGround } from "./ground.ts";

/** A JSON array's bytes: they go from thread to thread without being copied. */
export type Portion = Uint8Array<ArrayBuffer>;
export type Portions = Portion[];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const portionOf = (json: string): Portion => encoder.encode(json);
export const textOf = (portion: Portion) => decoder.decode(portion);

type TextsOf<T> = { [K in keyof T]: T[K] extends unknown[] ? Portions : T[K] };

export type GroundTexts = TextsOf<Ground> &
  Partial<TextsOf<Omit<GridGround, keyof Ground> & Omit<MemberGround, keyof Ground>>>;

export const rowsIn = <T>(portions: Portions = []): T[] =>
  portions.flatMap((portion) => JSON.parse(textOf(portion)) as T[]);

export function portionsOf(rows: readonly unknown[], most = 125): Portions {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    portionOf(JSON.stringify(rows.slice(index * most, (index + 1) * most))),
  );
}

const groundOf = ({ bureau, today, units, grids }: GroundTexts): Ground => ({
  bureau,
  today,
  units: rowsIn(units),
  grids: rowsIn(grids),
});

export const gridGroundOf = (texts: GroundTexts): GridGround => ({
  ...groundOf(texts),
  divisions: rowsIn(texts.divisions),
});

export const memberGroundOf = (texts: GroundTexts): MemberGround => ({
  ...groundOf(texts),
  members: rowsIn(texts.members),
  assignments: rowsIn(texts.assignments),
  standards: rowsIn(texts.standards),
  dutyHolders: rowsIn(texts.dutyHolders),
});
