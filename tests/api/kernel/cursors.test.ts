import { sealWith } from "@maple-bridge/server/kernel/read/cursor";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { getNamedType, type GraphQLField, isEnumType, isRequiredArgument } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { insertRow, makeGrid, makeMember, makeStation, seat } from "../members/ground.ts";

let bureau: Bureau;
let administrator: SignedIn;
let ground: Awaited<ReturnType<typeof makeGround>>;
beforeAll(async () => {
  bureau = await makeBureau();
  ground = await makeGround();
  administrator = bureau.administrator;
});

const query = schemaOf(modules).getQueryType()!;
const pagedFields = Object.values(query.getFields()).filter((field) => namedType(field).endsWith("Connection"));
function namedType(field: GraphQLField<unknown, unknown>) {
  return getNamedType(field.type).name;
}

interface List {
  name: string;
  /** The field with its arguments but for the page's. */
  call: (page: string) => string;
}

/** Every list of the schema in each of its orders; what else it must be given is this grid. */
const listsOf = (gridId: string): List[] =>
  pagedFields.flatMap((field) => {
    const given = field.args.filter(isRequiredArgument).map(({ name, type }) => {
      const named = getNamedType(type);
      return isEnumType(named) ? `${name}: ${named.getValues()[0]!.name}` : `${name}: "${gridId}"`;
    });
    const order = field.args.find(({ name }) => name === "orderBy");
    const named = order && getNamedType(order.type);
    const orders = isEnumType(named) ? named.getValues().map((value) => [`orderBy: ${value.name}`]) : [[]];
    return orders.map((by) => ({
      name: `${field.name} ${by.join("")}`.trim(),
      call: (page) => `${field.name}(${[...given, ...by, page].join(", ")})`,
    }));
  });

/** Two stations; a member of the other one holds a seat here, and one held one here once. */
async function makeGround() {
  const hidden = { station: "隐藏派出所", member: "隐姓埋名" };
  const [here, there] = [
    await makeStation(bureau, { name: "本所" }),
    await makeStation(bureau, { name: hidden.station }),
  ];
  const gridId = await makeGrid(bureau, here);
  await makeMember(bureau, here, { name: "本所人" });
  const lent = await makeMember(bureau, there, { name: "借来的人" });
  const gone = await makeMember(bureau, there, { name: hidden.member });
  await seat(bureau, gridId, lent.id);
  await seat(bureau, gridId, gone.id, { duty: "AUXILIARY", endsAt: "2024-06-01T00:00:00+08:00" });
  await insertRow(bureau, "assignments", {
    gridId: await makeGrid(bureau, there),
    memberId: gone.id,
    duty: "AUXILIARY",
    startsAt: "2024-01-01T00:00:00+08:00",
  });
  return { here, gridId, hidden: Object.values(hidden) };
}

const everyCursor = `{ edges { cursor } pageInfo { startCursor endCursor } }`;

interface Cursors {
  edges: { cursor: string }[];
  pageInfo: { startCursor: string | null; endCursor: string | null };
}

const readings = (cursor: string) =>
  (["base64url", "base64", "hex", "latin1"] as const).flatMap((form) => {
    const bytes = Buffer.from(cursor, form);
    return [bytes.toString("utf8"), bytes.toString("utf16le"), bytes.toString("latin1")];
  });

test("no cursor of any list in any order can be read, nor tells a name that is out of sight by its place", async () => {
  const { here, gridId, hidden } = ground;
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  const given = new Map<string, string[]>();
  for (const { name, call } of listsOf(gridId)) {
    const { list } = (await chief.run(`{ list: ${call("first: 100")} ${everyCursor} }`)) as { list: Cursors };
    given.set(
      name,
      [...list.edges.map((edge) => edge.cursor), list.pageInfo.startCursor, list.pageInfo.endCursor].filter(
        (cursor) => cursor !== null,
      ),
    );
  }
  for (const [name, cursors] of given)
    for (const cursor of cursors)
      for (const text of readings(cursor))
        expect([name, [...hidden, "本所"].filter((part) => text.includes(part))]).toEqual([name, []]);
  expect(given.get("members orderBy: UNIT")).toHaveLength(4);
  expect(given.get("assignments orderBy: MEMBER")).toHaveLength(4);
  const ordered = await chief.run(
    `{ assignments(orderBy: MEMBER, direction: ASC) { nodes { member { name } } } members(orderBy: UNIT) { nodes { name } } }`,
  );
  expect(ordered.assignments.nodes.map((each: { member: object | null }) => each.member)).toEqual([
    null,
    { name: "借来的人" },
  ]);
  expect(ordered.members.nodes.map((each: { name: string }) => each.name)).toEqual(["借来的人", "本所人"]);
});

const refusal = (path: string) => ({
  code: "INVALID",
  fields: [expect.objectContaining({ path: [path], code: "CURSOR" })],
});

test(
  "a cursor that is another list's, another order's, another bureau's, changed or made up is refused by every list",
  { timeout: 60_000 },
  async () => {
    const { gridId } = ground;
    const lists = listsOf(gridId);
    const other = await makeBureau();
    const firstOf = async ({ call }: List, by: SignedIn) =>
      ((await by.run(`{ list: ${call("first: 1")} ${everyCursor} }`)) as { list: Cursors }).list.pageInfo.startCursor;
    const own = new Map(
      await Promise.all(lists.map(async (list) => [list.name, await firstOf(list, administrator)] as const)),
    );
    for (const [index, list] of lists.entries()) {
      const next = lists[(index + 1) % lists.length]!;
      const good = own.get(list.name);
      const changed = good && `${good.slice(0, 40)}${good[40] === "A" ? "B" : "A"}${good.slice(41)}`;
      const bad = [
        own.get(next.name),
        list.name === "sessions" ? undefined : own.get("sessions"),
        await firstOf(list, other.administrator),
        changed,
        "",
        "x",
        Buffer.from(JSON.stringify(["2026-11-22 04:00:00+00", gridId])).toString("base64url"),
      ].filter((cursor) => typeof cursor === "string");
      for (const path of ["after", "before"]) {
        const document = `query ($cursor: String!) { list: ${list.call(`first: 1, ${path}: $cursor`)} { totalCount nodes { id } } }`;
        if (good) expect((await administrator.ask(document, { cursor: good })).errors).toBeUndefined();
        for (const cursor of path === "after" ? bad : bad.slice(0, 1)) {
          const { errors } = await administrator.ask(document, { cursor });
          expect([list.name, cursor, errors?.[0]?.extensions]).toEqual([
            list.name,
            cursor,
            expect.objectContaining(refusal(path)),
          ]);
        }
      }
    }
  },
);

test("a seal opens what it closed itself, whole, and the same text is closed the same way", () => {
  const [seal, another] = [sealWith(Buffer.alloc(32, 1)), sealWith(Buffer.alloc(32, 2))];
  const closed = (text: string) => JSON.parse(seal.close(`\u0001${text}\u0001`)) as string;
  const cursor = closed('["list","张三"]');
  expect(closed('["list","张三"]')).toBe(cursor);
  expect(closed('["list","欧阳某某"]')).toHaveLength(cursor.length);
  expect(sealWith(Buffer.alloc(32, 1)).open(cursor)).toEqual(["list", "张三"]);
  expect(another.open(cursor)).toBeUndefined();
  const bytes = Buffer.from(cursor, "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(seal.open(changed.toString("base64url"))).toBeUndefined();
    expect(seal.open(bytes.subarray(0, at).toString("base64url"))).toBeUndefined();
  }
  expect(seal.close('{"a":"no cursor"}')).toBe('{"a":"no cursor"}');
});

const page = (path: string) =>
  `query ($cursor: String!) { sessions(first: 1, ${path}: $cursor) { totalCount nodes { id } } }`;

test("a forged cursor takes nobody's answer, and keeps nobody waiting", async () => {
  const other = await makeBureau();
  const document = page("after");
  for (let time = 0; time < 3; time++) await administrator.ask(document, { cursor: "forged" });
  const forger = () => administrator.ask(document, { cursor: "forged" });
  const reader = () => other.administrator.run("{ bureau { id } }");
  const answers = await Promise.all(Array.from({ length: 60 }, (_, turn) => (turn % 3 === 1 ? forger() : reader())));
  for (const [turn, answer] of answers.entries())
    expect(answer).toMatchObject(
      turn % 3 === 1 ? { errors: [{ extensions: { code: "INVALID" } }] } : { bureau: { id: other.id } },
    );
});
interface Page {
  sessions: { nodes: { id: string }[]; pageInfo: Record<string, string & boolean> };
}

test("rows of one millisecond come once each, page by page", async () => {
  const reader = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  await bureau.sql(
    (sql) =>
      sql`insert into sessions (bureau_id, id, account_id, secret_hash, created_at, last_seen_at, expires_at)
      select ${bureau.id}, gen_random_uuid(), ${reader.accountId}, sha256(n::text::bytea), now() + n * interval '1 microsecond', now(), now() + interval '1 hour'
      from generate_series(1, 9) n`,
  );
  for (const [size, cursor, end] of [
    ["first", "after", "endCursor"],
    ["last", "before", "startCursor"],
  ] as const) {
    const seen: string[] = [];
    for (let at: string | null = null; seen.length <= 10;) {
      const { sessions } = (await reader.run(
        `query ($at: String, $account: ID) { sessions(accountId: $account, ${size}: 2, ${cursor}: $at) { nodes { id } pageInfo { ${end} hasNextPage hasPreviousPage } } }`,
        { at, account: reader.accountId },
      )) as Page;
      seen.push(...sessions.nodes.map((each) => each.id));
      at = sessions.pageInfo[end] ?? null;
      if (!(size === "first" ? sessions.pageInfo.hasNextPage : sessions.pageInfo.hasPreviousPage)) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
  }
});
