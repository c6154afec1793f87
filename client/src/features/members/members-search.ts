import type { MemberKind, MemberOrder, MemberStatus, MembersQueryVariables } from "@maple-bridge/schema/documents";
import { memberKinds, memberStatuses } from "../../lib/glossary.ts";
import { type ListSearch, listSearch, pageOf } from "../../lib/list-state.ts";
import { oneOf, type RawSearch, textOf } from "../../lib/url-state.ts";

const orders = ["NAME", "BADGE", "KIND", "UNIT"] as const satisfies readonly MemberOrder[];

export interface MembersSearch extends ListSearch<MemberOrder> {
  q?: string;
  kind?: MemberKind;
  unit?: string;
  status?: MemberStatus;
}

export const membersSearch = (raw: RawSearch): MembersSearch => ({
  ...listSearch(raw, orders),
  q: textOf(raw["q"]),
  kind: oneOf(raw["kind"], memberKinds),
  unit: textOf(raw["unit"]),
  status: oneOf(raw["status"], memberStatuses),
});

export const variablesOf = (search: MembersSearch): MembersQueryVariables => ({
  ...pageOf(search),
  filter: { search: search.q, kind: search.kind, unitId: search.unit, status: search.status },
  orderBy: search.sort ?? "NAME",
  direction: search.down ? "DESC" : "ASC",
});

export const isFiltered = ({ q, kind, unit, status }: MembersSearch) => Boolean(q ?? kind ?? unit ?? status);
