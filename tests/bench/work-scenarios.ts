import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { drawing } from "./drawing.ts";
import { recorded } from "./rows-left.ts";
import { type Asked, reading, type Scenario } from "./scenarios.ts";
import type { WorkGround } from "./work-ground.ts";
import type { WorkPool } from "./work-pool.ts";

const desk = `query BenchDesk { workItems(first: 50, filter: { kind: [ORDER], isOpen: true }, orderBy: DUE) { totalCount
  nodes { id number title orderKind state urgency nextDueAt light isVacant matter { number title } grid { id code name } duty responsible { id name badge } lastEvent { action at actorName } }
  pageInfo { hasNextPage endCursor } } }`;
const memberWork = `query BenchMemberWork($badge: String!) { member(badge: $badge) { id name openWork { id number kind orderKind title urgency state isSuspended isLate card
  nextDueAt warnAt light workingDaysLeft isVacant station { id name } grid { id code name } duty responsible { id name badge } } } }`;
export const issueQuery = `mutation BenchIssue($input: IssueOrderInput!) { issueOrder(input: $input) { id number state grid { id code } responsible { id name badge } } }`;
const submit = `mutation BenchSubmit($input: SubmitWorkInput!) { submitWork(input: $input) { id number state version lastEvent { sequence action actorName } } }`;

const title = "对比测试";
const done = "已劝离车辆，双方和解";

export const workNames = ["desk", "member-work", "issue", "submit"];

export const workScenariosOf = (grounds: readonly WorkGround[], pool: WorkPool): Scenario[] => [
  reading(grounds, "desk", desk, () => ({})),
  reading(grounds, "member-work", memberWork, ({ badges }, turn) => ({ badge: badges[turn % badges.length]! })),
  {
    name: "issue",
    asking: (contender) => issuing(grounds, contender),
    write: { leftBy: leftByIssuing, beginAgain: forgetIssued },
  },
  {
    name: "submit",
    asking: () => submitting(grounds, pool),
    write: {
      leftBy: (sql, asked, text) => leftBySubmitting(sql, pool, asked, text),
      beginAgain: () => pool.fill(),
      usesUp: true,
    },
  },
];

export function issuing(grounds: readonly WorkGround[], contender: number): () => Asked {
  const draw = drawing(3);
  let turn = contender * 37;
  return () => {
    const ground = grounds[draw(grounds.length)]!;
    const { bureauId, accountId, actor, issuerUnitId, matterIds, gridIds } = ground;
    const matterId = matterIds[turn % matterIds.length]!;
    const gridId = gridIds[turn++ % gridIds.length]!;
    const key = randomUUID();
    const input = { idempotencyKey: key, matterId, orderKind: "COMMUNITY", to: [{ gridId }], title };
    return {
      ground,
      query: issueQuery,
      variables: { input },
      values: { bureauId, accountId, actor, key, issuerUnitId, matterId, gridId, title },
    };
  };
}

const registerQuery = `mutation BenchRegister($input: RegisterMatterInput!) { registerMatter(input: $input) { id number items { id } } }`;

export async function registering(sql: Sql, grounds: readonly WorkGround[]): Promise<() => Asked> {
  const categories = await sql<{ bureauId: string; id: string }[]>`
    select bureau_id as "bureauId", id from matter_categories where code = 'BENCH' and ends_at is null`;
  const byBureau = new Map(categories.map(({ bureauId, id }) => [bureauId, id]));
  const draw = drawing(5);
  let turn = 0;
  return () => {
    const ground = grounds[draw(grounds.length)]!;
    const { bureauId, gridIds, officer } = ground;
    const about = { kind: "DISPUTE", categoryId: byBureau.get(bureauId), source: "EMERGENCY_110", title };
    const place = { gridId: gridIds[turn++ % gridIds.length]!, firstReceiverId: officer.memberId };
    return {
      ground,
      query: registerQuery,
      variables: { input: { idempotencyKey: randomUUID(), ...about, ...place } },
      values: {},
    };
  };
}

function submitting(grounds: readonly WorkGround[], pool: WorkPool): () => Asked {
  const draw = drawing(4);
  return () => {
    const drawn = grounds[draw(grounds.length)]!;
    const { memberId, accountId, tokens } = drawn.officer;
    const ground = { ...drawn, tokens };
    const { bureauId } = ground;
    const id = pool.next(bureauId);
    const key = randomUUID();
    const input = { idempotencyKey: key, id, communityFeedback: { kind: "DISPUTE", isResolved: true, done } };
    return {
      ground,
      query: submit,
      variables: { input },
      values: { bureauId, accountId, actor: "bench-officer", key, id, memberId, done },
    };
  };
}

/** With its own ids told apart by what they are of, and with instants told by how far they lie from the step. */
async function rowsOf(sql: Sql, bureauId: string, itemId: string) {
  const all = async (table: string, column: string, order: string) =>
    (
      await sql<
        { row: Row }[]
      >`select to_jsonb(t) as row from ${sql(table)} t where bureau_id = ${bureauId} and ${sql(column)} = ${itemId} order by ${sql(order)}`
    ).map(({ row }) => row);
  const [item] = await all("work_items", "id", "id");
  const events = await all("work_events", "item_id", "sequence");
  const rows = {
    item: [item!],
    lastEvent: events.slice(-1),
    clocks: await all("work_clocks", "item_id", "clock"),
    feedback: await all("community_feedbacks", "item_id", "id"),
    ...(await recorded(sql, bureauId)),
  };
  const own = new Map<unknown, string>(
    [...rows.lastEvent, ...rows.clocks, ...rows.feedback].map(({ id }, index) => [id, `own ${index}`]),
  );
  const base = Date.parse(rows.lastEvent[0]!["at"] as string);
  return {
    matterId: item!["matter_id"] as string,
    rows: JSON.parse(JSON.stringify(rows), (_, value: unknown) => own.get(value) ?? sinceStep(value, base)) as object,
  };
}

type Row = Record<string, unknown>;

function sinceStep(value: unknown, base: number): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const row = value as Row;
  const isNew = [row["created_at"], row["started_at"]].some((at) => typeof at === "string" && Date.parse(at) === base);
  return Object.fromEntries(
    Object.entries(row).map(([key, each]) => {
      const at = typeof each === "string" && /^\d{4}-\d\d-\d\dT/.test(each) ? Date.parse(each) : Number.NaN;
      return [key, at === base || (isNew && !Number.isNaN(at)) ? `+${at - base} ms` : each];
    }),
  );
}

async function leftByIssuing(sql: Sql, { ground: { bureauId } }: Asked, text: string) {
  const [{ id, number }] = (JSON.parse(text) as { data: { issueOrder: [{ id: string; number: string }] } }).data
    .issueOrder;
  const { rows, matterId } = await rowsOf(sql, bureauId, id);
  const [matter] = await sql<
    { row: object }[]
  >`select to_jsonb(m) as row from matters m where bureau_id = ${bureauId} and id = ${matterId}`;
  await forgetItems(sql, sql`select bureau_id, id from work_items where bureau_id = ${bureauId} and id = ${id}`);
  const plain = (of: string) => of.replaceAll(id, "…").replaceAll(number, "a number");
  return { text: plain(text), rows: JSON.parse(plain(JSON.stringify({ ...rows, matter: matter!.row }))) as object };
}

export const forgetIssued = (sql: Sql) =>
  forgetItems(sql, sql`select bureau_id, id from work_items where title = ${title}`);

/** After what was issued is gone. */
export const forgetRegistered = (sql: Sql) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from matters where title = ${title}`;
  });

/** What keeps history must look away; a matter's numbers go on where they were. */
async function forgetItems(sql: Sql, which: ReturnType<Sql>) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`create temp table gone on commit drop as ${which}`;
    await tx`delete from work_events e using gone g where e.bureau_id = g.bureau_id and e.item_id = g.id`;
    await tx`delete from work_clocks c using gone g where c.bureau_id = g.bureau_id and c.item_id = g.id`;
    await tx`with items as (delete from work_items i using gone g where i.bureau_id = g.bureau_id and i.id = g.id returning i.bureau_id, i.matter_id)
      update matters m set items = m.items - n.items from (select bureau_id, matter_id, count(*) as items from items group by 1, 2) n
      where m.bureau_id = n.bureau_id and m.id = n.matter_id`;
  });
}

async function leftBySubmitting(sql: Sql, pool: WorkPool, { ground: { bureauId }, values }: Asked, text: string) {
  const { rows } = await rowsOf(sql, bureauId, values["id"]!);
  await pool.fill();
  return { text, rows };
}
