import assert from "node:assert/strict";
import type { Sql } from "postgres";
import type { Contender } from "./contenders.ts";
import { type Asked, forgetPosts, type Scenario } from "./scenarios.ts";

const samples = 20;

/** Refuses to compare servers whose answers, or whose rows, differ. */
export async function assertEqual(scenario: Scenario, ours: Contender, other: Contender, sql: Sql): Promise<void> {
  const next = scenario.asking(0);
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
    body: scenario.isWrite ? body.replace(asked.values["key"]!, crypto.randomUUID()) : body,
  });
  const text = await response.text();
  if (!response.ok || text.includes(`"errors"`)) throw new Error(`${contender.name} refused ${scenario.name}: ${text}`);
  if (!scenario.isWrite) return { text };
  const rows = await rowsLeft(sql, asked.ground.bureauId);
  const [{ id }] = rows.assignments as [{ id: string }];
  await forgetPosts(sql, asked.ground.bureauId, id);
  return { text: text.replace(id, "…"), rows: JSON.parse(JSON.stringify(rows).replaceAll(id, "…")) as object };
}

const ofItself = ["created_at", "at", "sequence", "hash", "previous_hash", "request_id", "key", "input_hash"];

/** The newest row of each table that a command writes to, without what is new in every row. */
async function rowsLeft(sql: Sql, bureauId: string) {
  const newest = async (table: string, order: string, without: readonly string[] = []) => {
    const rows = await sql<{ row: object }[]>`
      select to_jsonb(t) - ${[...ofItself, ...without]}::text[] as row from ${sql(table)} t where bureau_id = ${bureauId} order by ${sql(order)} desc limit 1`;
    return rows.map(({ row }) => row);
  };
  return {
    assignments: await newest("assignments", "created_at"),
    entries: await newest("audit_entries", "sequence", ["id"]),
    events: await newest("outbox_events", "at", ["id"]),
    keys: await newest("idempotency_keys", "created_at"),
  };
}
