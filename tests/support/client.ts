import type { App } from "@maple-bridge/server";
import { newId } from "@maple-bridge/server/kernel/ids";

export type Variables = Record<string, unknown>;

interface GraphQLFault {
  message: string;
  path?: (string | number)[];
  extensions: Refused;
}

export interface Refused {
  code: string;
  requestId: string;
  detail?: string;
  retryAt?: string;
  fields: { path: (string | number)[]; code: string; message: string; params: Record<string, string | number> }[];
}

export interface Answer<T> {
  data?: T | null;
  errors?: GraphQLFault[];
}

// What an answer holds is known to the test that asks: it names the type, or reads as it goes.
// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

export interface Client {
  headers: Record<string, string>;
  /** The data of an operation that must succeed. */
  run<T = Data>(document: string, variables?: Variables): Promise<T>;
  /** The code and fields of the first refusal of an operation that must be refused. */
  refused(document: string, variables?: Variables): Promise<Refused & { message: string }>;
  /** The whole answer, as it stands in the body. */
  ask<T = Data>(document: string, variables?: Variables): Promise<Answer<T>>;
}

/** A client that talks to the server without a socket, with these headers. */
export function clientOf(app: App, headers: Record<string, string>): Client {
  const ask = async <T>(query: string, variables: Variables = {}): Promise<Answer<T>> => {
    const response = await app.fastify.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: { query, variables },
    });
    return response.json<Answer<T>>();
  };
  return {
    headers,
    ask,
    async run<T>(document: string, variables?: Variables) {
      const { data, errors } = await ask<T>(document, variables);
      if (errors || !data) throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
      return data;
    },
    async refused(document, variables) {
      const { data, errors } = await ask(document, variables);
      const [first] = errors ?? [];
      if (!first) throw new Error(`The operation was not refused: ${JSON.stringify(data)}`);
      return { ...first.extensions, message: first.message };
    },
  };
}

/** A key for one call of a mutation. */
export const newKey = () => `test-${newId()}`;
