import type { Request } from "./load.ts";
import type { Asked, Scenario } from "./scenarios.ts";

const seats = "seats(orderBy: [POSITION_ASC, ORDINAL_ASC]) { nodes";
const holder = "holder { id: rowId name badge }";

/** The same questions in the words of the schema that PostGraphile makes of peers/views.sql. */
const queries: Record<string, string> = {
  overview: `query ($bureauId: UUID!) { bureau: bureauByRowId(rowId: $bureauId) { name stations(orderBy: [POSITION_ASC, NAME_ASC]) { nodes { id: rowId name
    coverage { required filled vacant } grids(orderBy: CODE_ASC, condition: { isOpen: true }) { nodes { id: rowId code name
    ${seats} { duty ordinal isFilled ${holder} } } } } } } } }`,
  page: `query ($bureauId: UUID!, $kind: String!) { grids: allGrids(first: 50, condition: { bureauId: $bureauId, kind: $kind }, orderBy: CODE_ASC) { totalCount
    nodes { id: rowId code name station { name } ${seats} { duty ordinal ${holder} } } } pageInfo { hasNextPage endCursor } } }`,
  grid: `query ($bureauId: UUID!, $code: String!) { grid: gridByCode(bureauId: $bureauId, code: $code) { id: rowId code name kind households population
    openedOn station { id: rowId name } } }`,
  assign: `mutation ($bureauId: UUID!, $gridId: UUID!, $memberId: UUID!, $duty: String!, $from: String!, $to: String!, $reason: String!, $accountId: UUID!,
    $actor: String!, $key: String!) { assignMember(input: { bureau: $bureauId, grid: $gridId, member: $memberId, duty: $duty, starts: $from, ends: $to,
    reason: $reason, account: $accountId, actor: $actor, key: $key }) { result { id: rowId startsAt version member { id: rowId name } grid { id: rowId code } } } }`,
};

export const askingPostGraphile = ({ name }: Scenario, { values }: Asked): Request => ({
  path: "/graphql",
  headers: { accept: "application/json" },
  body: JSON.stringify({ query: queries[name], variables: values }),
});

/** Its lists and results stand one level deeper, and its instants have another spelling. */
export function fromPostGraphile(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPostGraphile);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && (first![0] === "nodes" || first![0] === "result")) return fromPostGraphile(first![1]);
  return Object.fromEntries(
    entries.map(([key, each]) => [
      key,
      key === "startsAt" ? new Date(each as string).toISOString() : fromPostGraphile(each),
    ]),
  );
}
