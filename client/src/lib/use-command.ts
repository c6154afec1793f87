import { useCallback, useRef, useState } from "react";
import { type Client, type TypedDocumentNode, useClient } from "urql";
import { announce, everything } from "./changes.ts";
import { type Intent, keyFor } from "./intent.ts";
import { mayRetry, type Problem, problemOf } from "./problem.ts";

type Keyed<Data, Input> = TypedDocumentNode<Data, { input: Input }>;
type WithoutKey<Input> = Input extends unknown ? Omit<Input, "idempotencyKey"> : never;

export type Outcome<Data> = { data: Data; problem?: undefined } | { data?: undefined; problem: Problem };

const pauses = [500, 2000];

/**
 * Sends a command. The key stands for what the person meant: sent again with the same input after no answer came,
 * it carries the same key, so it takes effect once.
 */
export function useCommand<Data extends object, Input extends object>(document: Keyed<Data, Input>) {
  const client = useClient();
  const intent = useRef<Intent | undefined>(undefined);
  const [running, setRunning] = useState(false);
  const run = useCallback(
    async (input: WithoutKey<Input>): Promise<Outcome<Data>> => {
      intent.current = keyFor(input, intent.current);
      const keyed = { ...input, idempotencyKey: intent.current.key } as unknown as Input;
      setRunning(true);
      const outcome = await persist(() => send(client, document, keyed));
      setRunning(false);
      if (!outcome.problem || !mayRetry(outcome.problem)) intent.current = undefined;
      return outcome;
    },
    [client, document],
  );
  return [run, running] as const;
}

async function send<Data extends object, Input>(
  client: Client,
  document: Keyed<Data, Input>,
  input: Input,
): Promise<Outcome<Data>> {
  const { data, error } = await client.mutation(document, { input }).toPromise();
  const problem = problemOf(error);
  if (problem && !isDone(data)) return { problem };
  announce({ types: [everything] });
  return { data: data as Data };
}

/** A payload of which only a part could not be read is still one: what the command did stands, and a secret in it is told this once. */
const isDone = (data: object | null | undefined) =>
  data !== null && data !== undefined && Object.values(data).every((payload) => payload !== null);

async function persist<Data>(attempt: () => Promise<Outcome<Data>>): Promise<Outcome<Data>> {
  let outcome = await attempt();
  for (const pause of pauses) {
    if (!outcome.problem || !mayRetry(outcome.problem)) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    outcome = await attempt();
  }
  return outcome;
}
