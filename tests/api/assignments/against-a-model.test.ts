import fc from "fast-check";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { duties, type Duty, forever, type Line, Model, required, type Step } from "./model.ts";
import { assignMember, demand, endAssignment, fromNow, replaceHolder, withKey } from "./staffing.ts";

const memberCount = 4;
const day = fc.integer({ min: -6, max: 6 });
const member = fc.nat(memberCount - 1);
/** Most steps meet at one post, so that it fills up and refuses. */
const seldom = <T>(other: fc.Arbitrary<T>, usual: T) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("assign"),
      grid: seldom(fc.constant(1), 0),
      member,
      duty: seldom(fc.constantFrom(...duties), "AUXILIARY"),
      from: day,
      to: fc.oneof(day, fc.constant(forever)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("end"), line: fc.nat(7), at: day }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("replace"), line: fc.nat(7), member, at: day }) },
);

/** Between the whole days, on which everything begins and ends; now is one of them. */
const moments = [-6.5, -4.5, -2.5, -0.5, 0, 0.5, 2.5, 4.5];
const past = moments.filter((moment) => moment < 0);
const asks = moments
  .map(
    (_, index) =>
      `m${index}: seats(at: $m${index}) { duty ordinal isRequired holder { badge } responsible { badge } } c${index}: coverage(at: $m${index}) { required filled vacant }`,
  )
  .join(" ");
const document = `query (${moments.map((_, index) => `$m${index}: DateTime!`).join(", ")}) { grids { nodes { ${asks} } } }`;
const variables = Object.fromEntries(moments.map((moment, index) => [`m${index}`, fromNow(moment)]));

/** Whole days lie a second before the moment the tests began, so that day 0 has begun and is not the past. */
const instant = (of: number) => new Date(fromNow(of).getTime() - 1_000);

async function makeGround() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await bureau.sql(
    (sql) =>
      sql`insert into duty_holders (bureau_id, id, duty, member_kind) values (${bureau.id}, gen_random_uuid(), 'AUXILIARY', 'OFFICER')`,
  );
  await demand(bureau, {});
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, atMost: 2 });
  const grids = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  const members = await Promise.all(Array.from({ length: memberCount }, () => makeMember(bureau, stationId)));
  return { client: bureau.administrator, grids, members };
}

type Ground = Awaited<ReturnType<typeof makeGround>>;

interface Made {
  id: string;
  version: number;
}

/** The data, or null of a command that was refused with a reason. */
async function answered<T>(client: Ground["client"], document: string, input: object) {
  const { data, errors } = await client.ask<T>(document, withKey(input));
  for (const { extensions } of errors ?? []) expect(["INVALID", "CONFLICT"]).toContain(extensions.code);
  return data;
}

async function take({ client, grids, members }: Ground, model: Model, wanted: Step): Promise<number | undefined> {
  if (wanted.kind === "assign") {
    const { grid, member: who, duty, from, to } = wanted;
    const input = {
      gridId: grids[grid]!.id,
      duty,
      memberId: members[who]!.id,
      from: instant(from),
      to: to === forever ? null : instant(to),
      reason: "模型",
    };
    const data = await answered<{ assignMember: Made }>(client, assignMember, input);
    expect({ wanted, done: Boolean(data) }).toEqual({
      wanted,
      done: model.mayAssign({ grid, member: who, duty, from, to }),
    });
    if (data) model.lines.push({ ...data.assignMember, grid, member: who, duty, from, to });
    return from;
  }
  const line = model.lines[wanted.line % Math.max(model.lines.length, 1)];
  if (!line) return undefined;
  return wanted.kind === "end"
    ? end({ client }, model, line, wanted.at)
    : replace({ client, members }, model, line, wanted.member, wanted.at);
}

async function end({ client }: Pick<Ground, "client">, model: Model, line: Line, at: number) {
  const to = model.endOf(line, at);
  const input = { id: line.id, expectedVersion: line.version, at: instant(at), reason: "模型" };
  const data = await answered<{ endAssignment: Made }>(client, endAssignment, input);
  expect({ line, at, done: Boolean(data) }).toEqual({ line, at, done: to !== undefined });
  // To end it where it ends anyway is no new version.
  if (data) Object.assign(line, { to, version: data.endAssignment.version });
  return at;
}

async function replace(
  { client, members }: Pick<Ground, "client" | "members">,
  model: Model,
  line: Line,
  who: number,
  at: number,
) {
  const from = model.endOf(line, at);
  const next = { grid: line.grid, member: who, duty: line.duty, from: from ?? 0, to: line.to };
  const may = from !== undefined && who !== line.member && model.mayAssign(next, line);
  const input = {
    assignmentId: line.id,
    expectedVersion: line.version,
    memberId: members[who]!.id,
    from: instant(at),
    reason: "模型",
  };
  const data = await answered<{ replaceHolder: Made }>(client, replaceHolder, input);
  expect({ line, at, who, done: Boolean(data) }).toEqual({ line, at, who, done: may });
  if (data) {
    Object.assign(line, { to: from, version: line.version + 1 });
    model.lines.push({ ...next, id: data.replaceHolder.id, version: 1 });
  }
  return at;
}

type Read = Record<string, unknown>;
const answers = async ({ client }: Ground) =>
  (await client.run<{ grids: { nodes: Read[] } }>(document, variables)).grids.nodes;

function expected({ members }: Ground, model: Model, grid: number): Read {
  const told: Read = {};
  moments.forEach((moment, index) => {
    const at = Math.floor(moment);
    const held = new Map<Duty, Line[]>(duties.map((duty) => [duty, model.holders(grid, duty, at)]));
    const filled = [...held.values()].reduce((sum, lines) => sum + lines.length, 0);
    told[`m${index}`] = duties.flatMap((duty) =>
      Array.from({ length: required[duty] }, (_, place) => {
        const line = held.get(duty)![place];
        const who = line ? { badge: members[line.member]!.badge } : null;
        return { duty, ordinal: place + 1, isRequired: true, holder: who, responsible: who };
      }),
    );
    told[`c${index}`] = { required: 3, filled, vacant: 3 - filled };
  });
  return told;
}

const ofThePast = (read: Read[]) => read.map((grid) => past.map((_, index) => grid[`m${index}`]));

test(
  "whatever is assigned, ended and replaced, in any order: the answers are those of the list on paper, and the past stays",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const [ground, model] = [await makeGround(), new Model()];
        let before = await answers(ground);
        for (const wanted of steps) {
          const from = await take(ground, model, wanted);
          const after = await answers(ground);
          expect(after).toEqual([expected(ground, model, 0), expected(ground, model, 1)]);
          if (from !== undefined && from >= 0) expect(ofThePast(after)).toEqual(ofThePast(before));
          before = after;
        }
      }),
      { numRuns: 12 },
    );
  },
);
