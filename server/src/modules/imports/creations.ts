import type { NamedCategory } from "./category-book.ts";
import type { NewDivision } from "./division-plan.rules.ts";
import type { GridPlan } from "./grid-plan.rules.ts";

/** A name that an import creates, or asks about first. */
export interface Creation {
  kind: "STATION" | "POLICE_ROOM" | "CATEGORY" | NewDivision["kind"];
  name: string;
  code: string | null;
  /** Rows that name it. */
  rows: number;
  /** Names that it may be a spelling of. */
  likes: string[];
  isAsked: boolean;
}

export const mostCreations = 500;

/** Names of categories, those first that are asked about. */
export const categoriesCreated = (named: readonly NamedCategory[]): Creation[] =>
  [...named.filter(({ isAsked }) => isAsked), ...named.filter(({ isAsked }) => !isAsked)]
    .slice(0, mostCreations)
    .map(({ name, rows, likes, isAsked }): Creation => ({ kind: "CATEGORY", name, code: null, rows, likes, isAsked }));

/** What is asked stands first; of more than are kept, the summary tells how many there are. */
export function creationsOf({ namedStations, policeRooms, divisions, created, changed }: GridPlan): Creation[] {
  const rows = new Map<string, number>();
  const facts = [...created, ...changed.map(({ before, change }) => ({ ...before, ...change }))];
  for (const { divisionId } of facts) if (divisionId) rows.set(divisionId, (rows.get(divisionId) ?? 0) + 1);
  const stations = namedStations.map((each): Creation => ({ kind: "STATION", code: null, ...each }));
  const rooms = policeRooms.map(({ name, rows }): Creation => ({
    kind: "POLICE_ROOM",
    name,
    code: null,
    rows,
    likes: [],
    isAsked: false,
  }));
  const places = divisions.map(({ id, kind, name, code }): Creation => ({
    kind,
    name,
    code,
    rows: rows.get(id) ?? 0,
    likes: [],
    isAsked: false,
  }));
  return [
    ...stations.filter(({ isAsked }) => isAsked),
    ...stations.filter(({ isAsked }) => !isAsked),
    ...rooms,
    ...places,
  ].slice(0, mostCreations);
}
