import type { MemberOrder, MembersQueryVariables } from "@maple-bridge/schema/documents";
import { memberKinds, memberStatuses } from "../../lib/glossary.ts";
import { listAddress, orderOf, pageOf } from "../../lib/list-state.ts";
import { among, textOf } from "../../lib/url-state.ts";
import { wholeOf } from "../../lib/whole-of.ts";

const orders = [
  "NAME",
  "BADGE",
  "KIND",
  "UNIT",
  "STATUS",
  "LOAD",
  "GRIDS",
  "HOUSEHOLDS",
  "POPULATION",
] as const satisfies readonly MemberOrder[];

export const membersSearch = listAddress(orders, {
  q: textOf,
  kind: among(memberKinds),
  unit: textOf,
  status: among(memberStatuses),
  seatsMin: wholeOf,
  seatsMax: wholeOf,
  gridsMin: wholeOf,
  gridsMax: wholeOf,
  householdsMin: wholeOf,
  householdsMax: wholeOf,
  populationMin: wholeOf,
  populationMax: wholeOf,
  /** Who might check what a draw of re-checks has drawn, by its id. */
  draw: textOf,
  /** The absence of the open member for which somebody is to stand in. */
  standIn: textOf,
});

export type MembersFilter = MembersQueryVariables["filter"];

export const variablesOf = (search: ReturnType<typeof membersSearch>): MembersQueryVariables => ({
  ...pageOf(search),
  ...orderOf(search),
  filter: {
    search: search.q,
    kind: search.kind,
    unitId: search.unit,
    status: search.status,
    seatsAtLeast: search.seatsMin,
    seatsAtMost: search.seatsMax,
    gridsAtLeast: search.gridsMin,
    gridsAtMost: search.gridsMax,
    householdsAtLeast: search.householdsMin,
    householdsAtMost: search.householdsMax,
    populationAtLeast: search.populationMin,
    populationAtMost: search.populationMax,
    checkerOf: search.draw,
  },
});
