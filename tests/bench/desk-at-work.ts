import type { Sql } from "postgres";
import { quantile } from "./statistics.ts";
import type { WorkGround } from "./work-ground.ts";
import { issuing, registering } from "./work-scenarios.ts";

export const perSecond = 20;

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const columnsOf = (times: readonly number[]) => [
  String(times.length),
  ...[0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0)),
];

/** Registrations and orders in turn, whether those before are answered or not. */
export async function writeOn(sql: Sql, port: number, grounds: readonly WorkGround[]) {
  const asks = [issuing(grounds, 0), await registering(sql, grounds)];
  const all: Promise<number>[] = [];
  let turn = 0;
  let refused = 0;
  const timer = setInterval(() => {
    const { query, variables, ground } = asks[turn % 2]!();
    const body = JSON.stringify({ query, variables });
    const written = send(port, ground.tokens[turn++ % ground.tokens.length]!, body).then(({ took, isUnavailable }) => {
      if (isUnavailable) refused++;
      return took;
    });
    written.catch(() => {});
    all.push(written);
  }, 1_000 / perSecond);
  await pause(2_000);
  return {
    async during(work: () => Promise<unknown>) {
      const from = all.length;
      await work();
      return columnsOf(await Promise.all(all.slice(from)));
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(all);
      return refused;
    },
  };
}

export async function send(port: number, token: string, body: string) {
  const sent = performance.now();
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body });
  const text = await response.text();
  const isUnavailable = text.includes('"UNAVAILABLE"');
  if (!isUnavailable && (!response.ok || text.includes('"errors"'))) throw new Error(`Refused: ${text.slice(0, 500)}`);
  return { took: performance.now() - sent, isUnavailable, text };
}
