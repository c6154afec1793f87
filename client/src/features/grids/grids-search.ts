import type {
  Complexity,
  Duty,
  GridFilter,
  GridKind,
  GridOrder,
  GridsQueryVariables,
} from "@maple-bridge/schema/documents";
import { complexities, duties, gridKinds, noTownship } from "../../lib/glossary.ts";
import { type ListSearch, listSearch, pageOf } from "../../lib/list-state.ts";
import { wholeOf } from "../../lib/whole-of.ts";
import { dayOf, flagOf, oneOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { momentOf } from "../../lib/moments.ts";

const orders = ["CODE", "NAME", "STATION", "HOUSEHOLDS", "POPULATION", "VACANT"] as const satisfies GridOrder[];

export type Gap = "ANY" | Duty;
export const gaps: readonly Gap[] = ["ANY", ...duties];

/** What the address says of the page; without `sort`, grids with gaps come first. */
export interface GridsSearch extends ListSearch<GridOrder> {
  unit?: string;
  q?: string;
  kind?: GridKind;
  complexity?: Complexity;
  gap?: Gap;
  closed?: true;
  /** Somebody is away, and nobody stands in. */
  deserted?: true;
  vacantMin?: number;
  vacantMax?: number;
  householdsMin?: number;
  householdsMax?: number;
  populationMin?: number;
  populationMax?: number;
  /** A township's code, or those that lie in none. */
  township?: string;
  /** As a picture, and not as a table. */
  as?: "tiles";
  at?: string;
  /** The duty whose vacant seat of the open grid is being filled. */
  assign?: Duty;
  /** A new grid is asked for. */
  create?: true;
}

export const gridsSearch = (raw: RawSearch): GridsSearch => ({
  ...listSearch(raw, orders),
  unit: textOf(raw["unit"]),
  q: textOf(raw["q"]),
  kind: oneOf(raw["kind"], gridKinds),
  complexity: oneOf(raw["complexity"], complexities),
  gap: oneOf(raw["gap"], gaps),
  closed: flagOf(raw["closed"]),
  deserted: flagOf(raw["deserted"]),
  vacantMin: wholeOf(raw["vacantMin"]),
  vacantMax: wholeOf(raw["vacantMax"]),
  householdsMin: wholeOf(raw["householdsMin"]),
  householdsMax: wholeOf(raw["householdsMax"]),
  populationMin: wholeOf(raw["populationMin"]),
  populationMax: wholeOf(raw["populationMax"]),
  township: textOf(raw["township"]),
  as: oneOf(raw["as"], ["tiles"]),
  at: dayOf(raw["at"]),
  assign: oneOf(raw["assign"], duties),
  create: flagOf(raw["create"]),
});

export const filterOf = ({
  unit,
  q,
  kind,
  complexity,
  gap,
  closed,
  deserted,
  township,
  ...bounds
}: GridsSearch): GridFilter => ({
  unitId: unit,
  search: q,
  townshipCode: township === noTownship ? undefined : township,
  inTownship: township === noTownship ? false : undefined,
  kind,
  complexity,
  open: closed ? undefined : true,
  deserted,
  hasVacancy: gap ? true : undefined,
  duty: gap === "ANY" ? undefined : gap,
  vacantAtLeast: bounds.vacantMin,
  vacantAtMost: bounds.vacantMax,
  householdsAtLeast: bounds.householdsMin,
  householdsAtMost: bounds.householdsMax,
  populationAtLeast: bounds.populationMin,
  populationAtMost: bounds.populationMax,
});

export function variablesOf(search: GridsSearch) {
  const { sort, down, at } = search;
  const order = sort
    ? ({ orderBy: sort, direction: down ? "DESC" : "ASC" } as const)
    : ({ orderBy: "GAPS_FIRST", direction: "ASC" } as const);
  return { ...order, filter: filterOf(search), at: momentOf(at), ...pageOf(search) } satisfies GridsQueryVariables;
}

export const isFiltered = ({ q, kind, complexity, gap, closed, deserted, township, ...rest }: GridsSearch) =>
  Boolean(q ?? kind ?? complexity ?? gap ?? closed ?? deserted ?? township) ||
  bounds.some((bound) => rest[bound] !== undefined);

/** Numbers that the grids are to have at least, or at most. */
export const bounds = [
  "vacantMin",
  "vacantMax",
  "householdsMin",
  "householdsMax",
  "populationMin",
  "populationMax",
] as const;
