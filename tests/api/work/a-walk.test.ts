import { afterAll, beforeAll, expect, test } from "vitest";
import fc from "fast-check";
import { usualCalendar } from "@maple-bridge/server/modules/calendar";
import { dueBy, pausesOf } from "@maple-bridge/server/modules/work";
import { clock } from "../../support/bureau.ts";
import {
  beginWalk,
  inputFor,
  issueSome,
  later,
  layWorld,
  mutationsOfWork,
  pick,
  seenBy,
  toldAs,
  tryStep,
  type World,
} from "./walk.ts";
import { tellTime } from "./time-passes.ts";

let world: World;
beforeAll(async () => {
  beginWalk();
  world = await layWorld();
});
afterAll(() => void (clock.at = null));

/** So many steps, each chosen by a number among what somebody may do. */
const walks = fc.array(fc.nat(1_000_000), { minLength: 3, maxLength: 14 });
const tries = new Map<string, number>();
const deniedTries = 4;

test("A43, A50, A100, A102: an open item is owed by one party and stands in its list; what one is told that one may do is what succeeds", async () => {
  await fc.assert(
    fc.asyncProperty(walks, async ([first, ...steps]) => {
      beginWalk();
      const id = await issueSome(world, first!);
      const trace: string[] = [];
      for (const chance of steps) {
        const told = await toldToAll(id);
        await standsWithWhoOwesIt(id, trace);
        await deniedFails(id, told, chance, trace);
        const allowed = told.flatMap(({ name, may }) => may.map((mutation) => ({ name, mutation })));
        if (allowed.length === 0) break;
        const { name, mutation } = chosen(allowed, chance);
        const item = await seenBy(world.actors[name]!, id);
        const before = await clocksOf(id);
        const refusal = await tryStep(world.actors[name]!, mutation, inputFor(world, mutation, item, chance));
        trace.push(`${name} ${mutation} (${item.state})`);
        expect(refusal, trace.join(", ")).toBeNull();
        const after = await clocksOf(id);
        assertStopped(mutation, before, after, trace);
        assertRecomputed(after, trace);
        later(chance % 700);
        // A run may be missed by then, as the clock tells.
        await tellTime(world.bureau);
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);

/** Every other step goes forward, where one does; the others are those that were taken least. */
function chosen(allowed: readonly Step[], chance: number): Step {
  const forward = allowed.filter(({ mutation }) => onwards.has(mutation));
  const some = chance % 2 === 0 && forward.length > 0 ? forward : allowed;
  const rarest = Math.min(...some.map(triesOf));
  const step = pick(
    some.filter((each) => triesOf(each) <= rarest + 2),
    Math.floor(chance / 2),
  );
  tries.set(`${step.name} ${step.mutation}`, triesOf(step) + 1);
  return step;
}

interface Step {
  name: string;
  mutation: string;
}

const onwards = new Set([
  "claimWork",
  "acceptWork",
  "arriveAtWork",
  "submitWork",
  "closeWork",
  "returnWork",
  "followUpWork",
  "reopenWork",
  "askForReturn",
  "grantReturn",
]);
const triesOf = ({ name, mutation }: Step) => tries.get(`${name} ${mutation}`) ?? 0;

async function toldToAll(id: string) {
  const entries = Object.entries(world.actors).map(async ([name, client]) => {
    const told: string[] = (await seenBy(client, id, "id"))?.viewerMay ?? [];
    const may = mutationsOfWork.filter((mutation) => told.includes(toldAs(mutation)));
    expect(told.length, `${told}`).toBe(may.length);
    return { name, may };
  });
  return Promise.all(entries);
}

/** The parties' lists, as the roles and the address have them. */
async function standsWithWhoOwesIt(id: string, trace: readonly string[]) {
  const { administrator } = world.actors;
  const item = await seenBy(administrator!, id);
  const said = `${trace.join(", ")}: ${JSON.stringify(item)}`;
  if (!item.isOpen) {
    expect(item.owedBy, said).toBeNull();
    await standsWithWhoDecides(item, said);
    return;
  }
  const owing = await whoOwes(item);
  expect(owing.length, said).toBeGreaterThan(0);
  for (const name of owing) expect(await hasInList(name, id), `${name}: ${said}`).toBe(true);
}

/** What is over waits for nobody, but for who decides on its return where that is asked for. */
// oxlint-disable-next-line typescript/no-explicit-any
async function standsWithWhoDecides(item: any, said: string) {
  const { id, undecided } = item;
  for (const [name, client] of Object.entries(world.actors)) {
    const may: string[] = (await seenBy(client, id, "id"))?.viewerMay ?? [];
    expect(await hasInList(name, id), `${name}: ${said}`).toBe(may.includes("GRANT_RETURN"));
  }
  expect(["[]", '["RETURN"]'], said).toContain(JSON.stringify(undecided));
  expect(await hasInList("administrator", id), said).toBe(undecided.length > 0);
}

// oxlint-disable-next-line typescript/no-explicit-any
async function whoOwes(item: any): Promise<string[]> {
  const command = ["dispatcher", "administrator"];
  if (item.owedBy === "ASSESSOR" && item.kind === "RUN") return ["administrator"];
  if (item.owedBy === "ASSESSOR") return item.orderKind === "SUPERVISION" ? ["administrator"] : command;
  if (item.owedBy === "FIRST_RECEIVER") return ["colleague", ...command];
  if (item.owedBy === "ISSUER") return command;
  expect(item.owedBy).toBe("ANSWERER");
  const answering = item.responsible.map(({ id }: { id: string }) => world.accountOf.get(id)!);
  if (answering.length > 0) return answering;
  expect(item.isVacant).toBe(true);
  const inRoom = item.unit?.id === world.roomId && !item.member ? ["room"] : [];
  const inStation = item.unit?.id === world.stationId && !item.member ? ["room", "officer", "chief", "colleague"] : [];
  return [...command, ...inRoom, ...inStation];
}

const explained = `query ($id: ID!) { explainDeadline(workItemId: $id) { nextDueAt light
  clocks { id clock round unit budget extendedBy startedAt dueAt warnAt satisfiedAt voidAt isRunning calendar { number } rule { id warnAtPercent } }
  pauses { startsAt endsAt } requests { clockId granted } } }`;

interface ExplainedClock {
  id: string;
  clock: ClockName;
  unit: Parameters<typeof dueBy>[1]["unit"];
  budget: number;
  extendedBy: number;
  startedAt: string;
  dueAt: string;
  warnAt: string;
  satisfiedAt: string | null;
  voidAt: string | null;
  isRunning: boolean;
  rule: { warnAtPercent: number } | null;
}

interface Explained {
  nextDueAt: string | null;
  light: string;
  clocks: ExplainedClock[];
  pauses: { startsAt: string; endsAt: string | null }[];
  requests: { clockId: string | null; granted: number | null }[];
}

const clocksOf = async (id: string) =>
  (await world.actors["administrator"]!.run<{ explainDeadline: Explained }>(explained, { id })).explainDeadline;

const asDate = (text: string | null) => (text === null ? null : new Date(text));

/** From what the explanation says alone. */
function assertRecomputed({ clocks, pauses, requests }: Explained, trace: readonly string[]) {
  const stood = pauses.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: asDate(endsAt) }));
  for (const clock of clocks) {
    const ended = { satisfiedAt: asDate(clock.satisfiedAt), voidAt: asDate(clock.voidAt) };
    const basis = { ...clock, startedAt: new Date(clock.startedAt), warnAtPercent: clock.rule?.warnAtPercent ?? 20 };
    const { dueAt, warnAt } = dueBy(usualCalendar, basis, pausesOf(ended, stood));
    const said = `${trace.join(", ")}: ${JSON.stringify({ clock, pauses })}`;
    expect({ dueAt: dueAt.toISOString(), warnAt: warnAt.toISOString() }, said).toEqual({
      dueAt: clock.dueAt,
      warnAt: clock.warnAt,
    });
    const granted = requests.filter(({ clockId }) => clockId === clock.id).map((more) => more.granted ?? 0);
    expect(clock.extendedBy, said).toBe(granted.reduce((sum, days) => sum + days, 0));
  }
}

type ClockName = "ACCEPT" | "FEEDBACK" | "CLOSE";
const everyClock: ClockName[] = ["ACCEPT", "FEEDBACK", "CLOSE"];

/** What each step does to the clocks: what stops, and what may begin; with neither, all go on and none is due at another time. */
const stops: Record<string, { stop?: ClockName[]; begin?: ClockName[]; moves?: true }> = {
  claimWork: { stop: ["ACCEPT"] },
  acceptWork: { stop: ["ACCEPT"] },
  declineWork: { stop: ["ACCEPT"] },
  submitWork: { stop: ["FEEDBACK"] },
  withdrawWork: { begin: ["FEEDBACK"] },
  closeWork: { stop: everyClock },
  followUpWork: { stop: everyClock },
  cancelWork: { stop: everyClock, moves: true },
  returnWork: { begin: ["FEEDBACK"] },
  reopenWork: { begin: ["FEEDBACK", "CLOSE"], moves: true },
  grantReturn: { begin: ["FEEDBACK", "CLOSE"], moves: true },
  readdressWork: { begin: ["ACCEPT"] },
  escalateWork: { begin: ["ACCEPT"] },
  grantMoreTime: { moves: true },
  grantSuspension: { moves: true },
  resumeWork: { moves: true },
  changeUrgency: { moves: true },
};

function assertStopped(mutation: string, before: Explained, after: Explained, trace: readonly string[]) {
  const { stop = [], begin = [], moves = false } = stops[mutation] ?? {};
  const running = ({ clocks }: Explained) => clocks.filter(({ isRunning }) => isRunning).map(({ clock }) => clock);
  for (const clock of everyClock) {
    if (begin.includes(clock)) continue;
    const expected = running(before).includes(clock) && !stop.includes(clock);
    expect(running(after).includes(clock), `${clock} after ${trace.join(", ")}`).toBe(expected);
  }
  if (moves) return;
  for (const { id, dueAt, warnAt } of before.clocks)
    expect(
      after.clocks.find((clock) => clock.id === id),
      trace.join(", "),
    ).toMatchObject({ dueAt, warnAt });
}

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function hasInList(name: string, id: string): Promise<boolean> {
  const document = `query ($after: String) { myWork(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null; ;) {
    const { myWork }: { myWork: Page } = await world.actors[name]!.run<{ myWork: Page }>(document, { after });
    if (myWork.nodes.some((node) => node.id === id)) return true;
    if (!myWork.pageInfo.hasNextPage) return false;
    after = myWork.pageInfo.endCursor;
  }
}

async function deniedFails(id: string, told: { name: string; may: string[] }[], chance: number, trace: string[]) {
  const item = await seenBy(world.actors["administrator"]!, id);
  const denied = told.flatMap(({ name, may }) =>
    mutationsOfWork.filter((mutation) => !may.includes(mutation)).map((mutation) => ({ name, mutation })),
  );
  for (let index = 0; index < deniedTries; index++) {
    const { name, mutation } = pick(denied, chance + index * 7919);
    const refusal = await tryStep(world.actors[name]!, mutation, inputFor(world, mutation, item, chance));
    expect(String(refusal), `${name} ${mutation} after ${trace.join(", ")}`).not.toMatch(/^(null|INTERNAL.*)$/);
  }
}

interface Listed {
  workItems: {
    totalCount: number;
    nodes: { id: string; light: string; nextDueAt: string | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

test("A16: what a light counts is what its list has, what each item says and what explains it", async () => {
  const { administrator } = world.actors;
  const document = `query ($filter: WorkItemFilter, $after: String) {
    workItems(filter: $filter, first: 100, after: $after) { totalCount nodes { id light nextDueAt } pageInfo { hasNextPage endCursor } } }`;
  const nodes: Listed["workItems"]["nodes"] = [];
  for (let after: string | null = null, more = true; more;) {
    const { workItems }: Listed = await administrator!.run<Listed>(document, { after });
    nodes.push(...workItems.nodes);
    more = workItems.pageInfo.hasNextPage;
    after = workItems.pageInfo.endCursor;
  }
  const counted: Record<string, number> = {};
  for (const light of ["OVERDUE", "DUE_SOON", "NORMAL", "SUSPENDED", "NONE"]) {
    const { workItems } = await administrator!.run(document, { filter: { light: [light] } });
    counted[light] = workItems.totalCount;
    expect(nodes.filter((node) => node.light === light)).toHaveLength(workItems.totalCount);
  }
  expect(Object.values(counted).reduce((sum, count) => sum + count, 0)).toBe(nodes.length);
  for (const { id, light, nextDueAt } of nodes) {
    const { light: said, nextDueAt: due, clocks } = await clocksOf(id);
    expect({ said, due }).toEqual({ said: light, due: nextDueAt });
    const running = clocks
      .filter(({ isRunning }) => isRunning)
      .map(({ dueAt }) => dueAt)
      .sort();
    if (light !== "SUSPENDED" && light !== "NONE") expect(nextDueAt).toBe(running[0]);
    if (light !== "SUSPENDED" && light !== "NONE") expect(light === "OVERDUE").toBe(new Date(running[0]!) <= clock.at!);
  }
});
