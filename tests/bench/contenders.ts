import type { Request } from "./load.ts";
import type { Asked, Scenario } from "./scenarios.ts";

/** Who answers: ours, or a server that it is compared with. */
export interface Contender {
  name: string;
  number: number;
  port: number;
  pid: number;
  requestOf(scenario: Scenario, asked: Asked): Request;
  /** How its answers are the same as ours: to the byte, or in what they say. */
  equal: "bytes" | "content";
  /** What an answer of a peer says, in the shape of ours. */
  read?(answer: unknown): unknown;
}

let turn = 0;

export const oursToAsk = (_: Scenario, { ground, query, variables }: Asked): Request => ({
  path: "/graphql",
  headers: { authorization: `Bearer ${ground.tokens[turn++ % ground.tokens.length]}` },
  body: JSON.stringify({ query, variables }),
});

export const byHandToAsk = ({ name }: Scenario, { values }: Asked): Request => ({
  path: `/${name}`,
  headers: {},
  body: JSON.stringify(values),
});
