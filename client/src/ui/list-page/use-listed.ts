import type { AnyVariables, TypedDocumentNode } from "urql";
import type { Problem } from "../../lib/problem.ts";
import { useRead } from "../../lib/use-read.ts";
import type { PageInfo } from "../pager.tsx";

/** The rows of a list as far as they are known, and how it stands with the rest. */
export interface Listed<Row> {
  rows: readonly Row[] | undefined;
  page?: { info: PageInfo; totalCount: number } | undefined;
  problem?: Problem | undefined;
  retry: () => void;
  refreshing: boolean;
  /** What it is asked by, for whoever asks for all of it. */
  asked?: Asked | undefined;
}

export interface Asked {
  document: object;
  variables: object | undefined | void;
  /** Of a list that comes whole and is filtered here: what the document calls it, and the rows that are shown. */
  list?: string;
  ids?: readonly string[];
}

interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** A page of rows that the server sorted and filtered. */
export function useListed<Data, Variables extends AnyVariables, Row>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  connectionOf: (data: Data) => Connection<Row>,
): Listed<Row> {
  const { data, problem, retry, refreshing } = useRead(query, variables);
  const connection = data && connectionOf(data);
  const page = connection && { info: connection.pageInfo, totalCount: connection.totalCount };
  return { rows: connection?.nodes, page, problem, retry, refreshing, asked: { document: query, variables } };
}
