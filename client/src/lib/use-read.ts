import { useCallback } from "react";
import { type AnyVariables, type TypedDocumentNode, useQuery } from "urql";
import { problemOf } from "./problem.ts";

/** What a query gives, and whether it is the first time; older data stays on the screen while newer comes. */
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pause = false,
) {
  const [result, execute] = useQuery<Data, Variables>({
    query,
    variables,
    pause,
    requestPolicy: "cache-and-network",
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const retry = useCallback(() => execute({ requestPolicy: "network-only" }), [execute]);
  const problem = problemOf(result.error);
  return {
    data: result.data,
    loading: result.fetching && !result.data,
    refreshing: result.stale || result.fetching,
    /** The data is the answer to these very variables, and not to those before them. */
    isAnswer: result.data !== undefined && keyOf(result.operation?.variables) === keyOf(variables),
    problem,
    retry,
  };
}

const keyOf = (variables: unknown) => JSON.stringify(variables);

export type Read<Data> = {
  data: Data | undefined;
  loading: boolean;
  refreshing: boolean;
  problem: ReturnType<typeof problemOf>;
  retry: () => void;
};
