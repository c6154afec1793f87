import { createHash } from "node:crypto";
import { newId } from "@maple-bridge/server/kernel/ids";
import type { Answer, HandDatabase, Input, Statement } from "./database.ts";
import { gridsToday } from "./seats.ts";

/** The same rows as our command leaves behind: assignment, audit row (chained by the same trigger), outbox row and key. */
const text = `
  with asked as materialized (
    select a.*, m.name as member, m.badge, f.name as grid, g.code
    from jsonb_to_recordset($2::text::jsonb) as a (n int, id uuid, "gridId" uuid, "memberId" uuid, duty text, "from" text, "to" text, reason text,
      "accountId" uuid, actor text, key text, hash text, "entryId" uuid, "eventId" uuid, request text, at timestamptz)
    join members m on m.bureau_id = $1::uuid and m.id = a."memberId" join (${gridsToday}) on g.bureau_id = $1::uuid and g.id = a."gridId"
  ), written as (
    insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at, ends_at, reason)
    select $1::uuid, id, "gridId", "memberId", duty, "from"::timestamptz, "to"::timestamptz, reason from asked
  ), keyed as (
    insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, result)
    select $1::uuid, "accountId", key, 'assignMember', decode(hash, 'hex'), jsonb_build_object('id', id) from asked
  ), announced as (
    insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id)
    select $1::uuid, "eventId", at, 'assignment.assign', 'Assignment', id from asked
  ), audited as (
    insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, after, reason, request_id)
    select $1::uuid, "entryId", at, "accountId", actor, 'assignment.assign', 'Assignment', id, jsonb_build_object('gridId', "gridId", 'grid', grid,
      'memberId', "memberId", 'member', member, 'badge', badge, 'duty', duty, 'startsAt', "from", 'endsAt', "to", 'concurrentPost', null), reason, request from asked
  )
  select n, member, code from asked order by n`;

/** The audit log's trigger works under row-level security, whoever writes. */
const identity = "select set_config('maple.bureau_id', $1, true)";

interface Waiting {
  input: Input;
  id: string;
  resolve(json: string): void;
  reject(error: unknown): void;
}

const most = 64;
let waiting: Waiting[] = [];
let underWay = false;

/** What comes while a transaction is under way shares the next one: a statement for each bureau, one commit for all. */
export const assign: Answer = (database, input) =>
  new Promise((resolve, reject) => {
    waiting.push({ input, id: newId(), resolve, reject });
    if (!underWay) void writeAll(database);
  });

async function writeAll(database: HandDatabase) {
  underWay = true;
  while (waiting.length > 0) {
    const together = waiting.slice(0, most);
    waiting = waiting.slice(most);
    await writeTogether(database, together);
  }
  underWay = false;
}

async function writeTogether(database: HandDatabase, together: readonly Waiting[]) {
  const bureaus = new Map<string, Waiting[]>();
  for (const each of together) {
    const bureauId = each.input["bureauId"]!;
    bureaus.set(bureauId, [...(bureaus.get(bureauId) ?? []), each]);
  }
  const at = new Date().toISOString();
  const statements = [...bureaus].flatMap(([bureauId, group]): Statement[] => [
    { text: identity, values: [bureauId] },
    { text, values: [bureauId, JSON.stringify(group.map((each, n) => rowOf(each, n, at)))] },
  ]);
  try {
    const answers = await database.write(statements);
    [...bureaus.values()].forEach((group, index) =>
      group.forEach((each, n) => each.resolve(jsonOf(each, answers[2 * index + 1]![n]!))),
    );
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}

const rowOf = ({ input, id }: Waiting, n: number, at: string) => ({
  ...input,
  n,
  id,
  at,
  hash: createHash("sha256").update("assignMember").update(JSON.stringify(input)).digest("hex"),
  entryId: newId(),
  eventId: newId(),
  request: newId(),
});

const jsonOf = ({ id, input }: Waiting, [, member, code]: readonly (string | number | null)[]) =>
  `{"data":{"assignMember":{"id":"${id}","startsAt":"${input["from"]}","version":1,"member":{"id":"${input["memberId"]}","name":${JSON.stringify(member)}},"grid":{"id":"${input["gridId"]}","code":${JSON.stringify(code)}}}}}`;
