import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type AnyVariables, type OperationResult, type TypedDocumentNode, useClient } from "urql";
import { problemOf } from "./problem.ts";
import type { Read } from "./use-read.ts";

interface Asked {
  key: string;
  stop: () => void;
}

/**
 * One query asked several times over, each under a name of its own. What a name last gave stays while its newer answer comes, like
 * with `useRead`; a name that is no longer asked is forgotten.
 */
export function useReads<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  wanted: ReadonlyMap<string, Variables>,
): ReadonlyMap<string, Read<Data>> {
  type Answer = OperationResult<Data, Variables>;
  const client = useClient();
  const asked = useRef(new Map<string, Asked>());
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const keep = (name: string, answer: Answer) =>
    setAnswers((before) => new Map([...before].filter(([each]) => asked.current.has(each))).set(name, answer));

  useLayoutEffect(() => {
    const reads = asked.current;
    for (const [name, { key, stop }] of reads) {
      if (keyOf(wanted.get(name)) === key) continue;
      stop();
      reads.delete(name);
    }
    for (const [name, variables] of wanted) {
      if (reads.has(name)) continue;
      const read: Asked = { key: keyOf(variables), stop: () => {} };
      reads.set(name, read);
      const { unsubscribe } = client
        .query(query, variables, { requestPolicy: "cache-and-network" })
        .subscribe((answer) => keep(name, answer));
      read.stop = unsubscribe;
    }
  });

  useEffect(() => {
    const reads = asked.current;
    return () => {
      for (const { stop } of reads.values()) stop();
      reads.clear();
    };
  }, []);

  const readOf = (variables: Variables, answer: Answer | undefined): Read<Data> => ({
    data: answer?.data,
    loading: !answer?.data && !answer?.error,
    refreshing: !answer || answer.stale || keyOf(answer.operation.variables) !== keyOf(variables),
    problem: problemOf(answer?.error),
    retry: () => void client.query(query, variables, { requestPolicy: "network-only" }).toPromise(),
  });
  return new Map([...wanted].map(([name, variables]) => [name, readOf(variables, answers.get(name))]));
}

const keyOf = (value: unknown) => JSON.stringify(value);
