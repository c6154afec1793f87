import type { GridGround, Ground, MemberGround } from "./ground.ts";
import type { CatalogueGround } from "./catalogue-ground.ts";
import type { LedgerGround } from "./ledger-ground.ts";
import { type Portions, rowsIn } from "./portions.ts";

type TextsOf<T> = { [K in keyof T]: T[K] extends unknown[] ? Portions : T[K] };

export type GroundTexts = TextsOf<Ground> &
  Partial<TextsOf<Omit<GridGround & MemberGround & LedgerGround & CatalogueGround, keyof Ground>>>;

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

export const ledgerGroundOf = (texts: GroundTexts): LedgerGround => ({
  ...groundOf(texts),
  staff: rowsIn(texts.staff),
  answering: rowsIn(texts.answering),
  categories: rowsIn(texts.categories),
  marks: rowsIn(texts.marks),
  numbers: rowsIn(texts.numbers),
  series: texts.series!,
});

export const catalogueGroundOf = (texts: GroundTexts): CatalogueGround => ({
  ...groundOf(texts),
  dutyLines: rowsIn(texts.dutyLines),
  checklists: rowsIn(texts.checklists),
});
