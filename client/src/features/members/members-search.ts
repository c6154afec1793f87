import type { MemberOrder, MembersQueryVariables } from "@maple-bridge/schema/documents";
import { memberKinds, memberStatuses } from "../../lib/glossary.ts";
import { listAddress, orderOf, pageOf } from "../../lib/list-state.ts";
import { among, textOf } from "../../lib/url-state.ts";

const orders = ["NAME", "BADGE", "KIND", "UNIT", "STATUS", "LOAD"] as const satisfies readonly MemberOrder[];

export const membersSearch = listAddress(orders, {
  q: textOf,
  kind: among(memberKinds),
  unit: textOf,
  status: among(memberStatuses),
});

export const variablesOf = (search: ReturnType<typeof membersSearch>): MembersQueryVariables => ({
  ...pageOf(search),
  ...orderOf(search),
  filter: { search: search.q, kind: search.kind, unitId: search.unit, status: search.status },
});
