import { readFileSync } from "node:fs";
import { newId } from "@maple-bridge/server/kernel/ids";
import fc from "fast-check";
import { buildSchema, type GraphQLEnumType } from "graphql";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { commands, makeGrid, makeMember, makeStation } from "../members/ground.ts";

const kinds = ["BACKDATED", "AT_NIGHT", "IN_BULK"] as const;
type Kind = (typeof kinds)[number];

interface Entry {
  id: string;
  at: Date;
  accountId: string | null;
  actorName: string;
  action: string;
  requestId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const dayMs = 86_400_000;
const chinaMs = 8 * 3_600_000;
const dayIn = (instant: number) => new Date(instant + chinaMs).toISOString().slice(0, 10);

/** Around midnight, ten in the evening and six in the morning in China, to the second. */
const instants = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, 5, 6, 12, 21, 22, 23), fc.constantFrom(0, 1, 3_599))
  .map(
    ([days, hour, second]) =>
      Date.parse("2026-03-10T00:00:00+08:00") + days * dayMs + hour * 3_600_000 + second * 1_000,
  );

const said = {
  instant: instants.map((at) => new Date(at).toISOString()),
  day: instants.map(dayIn),
};

/** What an action tells, by the keys that say from when it is so; and one that tells the same under keys that say nothing. */
const told = fc.oneof(
  toldBy("assignment.end", { endsAt: said.instant }),
  toldBy("assignment.assign", { startsAt: said.instant, endsAt: said.instant }),
  toldBy("staffingStandard.set", { startsAt: said.instant }),
  toldBy("absence.update", { startsAt: said.instant, endsAt: said.instant }),
  toldBy("grid.close", { closedOn: said.day }),
  toldBy("grid.move", { startsOn: said.day, openedOn: said.day }),
  toldBy("member.return", { leftOn: said.day, startsOn: said.day }),
  toldBy("unit.close", { closedOn: said.day }),
  toldBy("account.update", { startsOn: said.day, startsAt: said.instant, closedOn: said.day }),
  toldBy("work.close", { startsAt: said.instant }),
  toldBy("session.signIn", { startsAt: said.instant }),
  toldBy("member.openPhone", { leftOn: said.day }),
);

function toldBy(action: string, keys: Record<string, fc.Arbitrary<string>>) {
  const state = fc.option(
    fc.record(Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, fc.option(value)])), {
      requiredKeys: [],
    }),
  );
  return fc.record({ action: fc.constant(action), before: state, after: state });
}

const entries = fc.array(
  fc.record({
    told,
    at: instants,
    who: fc.constantFrom("account", "account", "account", "operator", "clock"),
    request: fc.constantFrom(1, 2, 3),
  }),
  { minLength: 45, maxLength: 70 },
);

const days: Record<string, readonly string[]> = {
  "assignment.": ["startsAt", "endsAt"],
  "staffingStandard.": ["startsAt", "endsAt"],
  "absence.": ["startsAt", "endsAt"],
  "grid.": ["openedOn", "startsOn", "closedOn"],
  "member.": ["startsOn", "leftOn"],
  "unit.": ["openedOn", "closedOn"],
};

/** Counted another way, entry by entry. */
function odditiesOf(entry: Entry, all: readonly Entry[]): Kind[] {
  if (entry.accountId === null && entry.actorName !== "operator") return [];
  if (["work.", "session.", "member.openPhone"].some((each) => entry.action.startsWith(each))) return [];
  const hour = new Date(entry.at.getTime() + chinaMs).getUTCHours();
  const found = {
    BACKDATED: effectiveOf(entry).some((day) => day < dayIn(entry.at.getTime())),
    AT_NIGHT: hour >= 22 || hour < 6,
    IN_BULK: all.filter(({ requestId }) => requestId === entry.requestId).length >= 20,
  };
  return kinds.filter((kind) => found[kind]);
}

function effectiveOf({ action, before, after }: Entry): string[] {
  const keys = Object.entries(days).find(([begins]) => action.startsWith(begins))?.[1] ?? [];
  return keys.flatMap((key) => {
    const [was, became] = [before?.[key] ?? null, after?.[key] ?? null];
    if (was === became || (became === null && after?.["startsOn"])) return [];
    const text = String(became ?? was);
    return text.length === 10 ? [text] : [dayIn(Date.parse(text))];
  });
}

const list = `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter, first: 100) { totalCount nodes { id oddities } } }`;

test("each kind finds, counts and names exactly the entries that are so when they are counted one by one", async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (drawn) => {
      const bureau = await makeBureau();
      const { accountId, accountName } = bureau.administrator;
      const all = drawn.map(({ told, at, who, request }): Entry => ({
        id: newId(),
        at: new Date(at),
        accountId: who === "account" ? accountId : null,
        actorName: who === "account" ? accountName : who === "clock" ? "系统" : who,
        requestId: `${bureau.code} ${request}`,
        ...told,
      }));
      await insertEntries(bureau, all);
      for (const kind of kinds) {
        const { auditEntries } = await bureau.administrator.run(list, { filter: { odd: kind } });
        const expected = all.filter((entry) => odditiesOf(entry, all).includes(kind)).map(({ id }) => id);
        expect([kind, auditEntries.totalCount]).toEqual([kind, expected.length]);
        expect(idsOf(auditEntries.nodes)).toEqual(expected.sort());
      }
      const { auditEntries } = await bureau.administrator.run(list, {});
      expect(
        new Map(auditEntries.nodes.map(({ id, oddities }: { id: string; oddities: Kind[] }) => [id, oddities])),
      ).toEqual(new Map(all.map((entry) => [entry.id, odditiesOf(entry, all)])));
    }),
    { numRuns: 25 },
  );
});

const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id).sort();

const insertEntries = (bureau: Bureau, all: readonly Entry[]) =>
  bureau.sql(async (sql) => {
    const rows = all.map((entry) => ({ bureauId: bureau.id, ...entry, entityType: "Grid", entityId: newId() }));
    await sql`insert into audit_entries ${sql(rows as never)}`;
  });

let bureau: Bureau;
const { run } = commands(() => bureau);
const today = () => dayIn(Date.now());
const daysAgo = (days: number) => dayIn(Date.now() - days * dayMs);
const ofEntity = async (entityId: string, kind: Kind) => {
  const document = `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { nodes { action } } }`;
  const { auditEntries } = await bureau.administrator.run(document, { filter: { entityId, odd: kind } });
  return auditEntries.nodes.map(({ action }: { action: string }) => action);
};

test("commands are backdated by what they tell: a leave, an absence, a grid's facts and an assignment from before today", async () => {
  bureau = await makeBureau();
  const station = await makeStation(bureau);
  const [gone, away, back] = [
    await makeMember(bureau, station),
    await makeMember(bureau, station),
    await makeMember(bureau, station),
  ];
  const grid = await makeGrid(bureau, station);
  await run("memberLeaves", { id: gone.id, on: daysAgo(3), reason: "调离", expectedVersion: gone.version });
  expect(await ofEntity(gone.id, "BACKDATED")).toEqual(["member.leave"]);
  await run("memberLeaves", { id: back.id, on: today(), expectedVersion: back.version });
  expect(await ofEntity(back.id, "BACKDATED")).toEqual([]);
  await run("recordAbsence", { memberId: away.id, from: `${daysAgo(2)}T00:00:00+08:00`, reason: "病假" });
  expect(await ofEntity(away.id, "BACKDATED")).toEqual(["absence.record"]);
  const update = `mutation ($input: UpdateGridInput!) { updateGrid(input: $input) { id version } }`;
  const rename = (input: object) =>
    bureau.administrator.run(update, { input: { idempotencyKey: newKey(), id: grid, ...input } });
  await rename({ name: "从今天起", expectedVersion: 1 });
  expect(await ofEntity(grid, "BACKDATED")).toEqual([]);
  await rename({ name: "从前就是", from: daysAgo(5), reason: "补记", expectedVersion: 2 });
  expect(await ofEntity(grid, "BACKDATED")).toEqual(["grid.update"]);
  // From before it opened on is always.
  await rename({ kind: "SCENIC", from: "2019-01-01", reason: "补记", expectedVersion: 3 });
  expect(await ofEntity(grid, "BACKDATED")).toEqual(["grid.update", "grid.update"]);
});

test.each(["zh-CN", "en"])("the screens' words in %s name the hours and the number that the schema names", (locale) => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  const { odd } = JSON.parse(read(`client/src/messages/${locale}/auditing.json`)) as {
    odd: { why: Record<Kind, string> };
  };
  const told = buildSchema(read("schema/schema.graphql")).getType("OddChange") as GraphQLEnumType;
  const numbersIn = (text: string | null | undefined) => text?.match(/\d+/g) ?? [];
  for (const kind of kinds) expect(numbersIn(odd.why[kind])).toEqual(numbersIn(told.getValue(kind)!.description));
  expect(numbersIn(odd.why.IN_BULK)).toHaveLength(1);
});
