import assert from "node:assert/strict";
import type { Sql } from "postgres";
import type { Contender } from "./contenders.ts";
import type { Asked, Scenario } from "./scenarios.ts";

const samples = 20;

/** Refuses to compare servers whose answers, or whose rows, differ. */
export async function assertEqual(scenario: Scenario, ours: Contender, other: Contender, sql: Sql): Promise<void> {
  const next = scenario.asking(0);
  if (scenario.write?.usesUp) await scenario.write.beginAgain(sql);
  for (let sample = 0; sample < samples; sample++) {
    const asked = next();
    const expected = await told(scenario, ours, asked, sql);
    const found = await told(scenario, other, asked, sql);
    const message = `${other.name} answers ${scenario.name} otherwise than we do`;
    if (other.equal === "bytes") assert.equal(found.text, expected.text, message);
    else assert.deepEqual(contentOf(found.text, other), contentOf(expected.text, ours), message);
    assert.deepEqual(found.rows, expected.rows, `${other.name} leaves other rows behind than we do`);
  }
}

/** Without cursors, which only their own server reads. */
function contentOf(text: string, { read = (answer) => answer }: Contender): unknown {
  const content = read(JSON.parse(text));
  return JSON.parse(JSON.stringify(content), (key, value: unknown) => (key === "endCursor" ? typeof value : value));
}

async function told(scenario: Scenario, contender: Contender, asked: Asked, sql: Sql) {
  const { path, headers, body } = contender.requestOf(scenario, asked);
  const url = `http://127.0.0.1:${contender.port}${path}`;
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: scenario.write ? body.replace(asked.values["key"]!, crypto.randomUUID()) : body,
  });
  const text = await response.text();
  if (!response.ok || text.includes(`"errors"`)) throw new Error(`${contender.name} refused ${scenario.name}: ${text}`);
  return scenario.write ? scenario.write.leftBy(sql, asked, text) : { text, rows: undefined };
}
