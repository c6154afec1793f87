import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDays } from "../support/plain-days.ts";
import { freshDatabase } from "../support/database.ts";
import { type Apart, serveApart } from "./support/apart.ts";
import { type Caller, layCallers } from "./support/callers.ts";
import { layCrowd } from "./support/crowd.ts";
import { isLong, longest } from "./support/form.ts";
import { type Ground, layGround } from "./support/ground.ts";
import { type Attack, largeFile, type Shape, shapes } from "./support/shapes.ts";
import { ask, type Told } from "./support/wire.ts";

const [seconds, stations, gridsOfEach] = isLong ? [15, 60, 50] : [1.5, 30, 30];

let server: Apart;
let hostile: { ground: Ground; callers: Caller[] };
let other: { ground: Ground; caller: Caller };
const file = largeFile(isLong ? 100_000 : 10_000);

beforeAll(async () => {
  const { superuserUrl, applicationUrl } = await freshDatabase();
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {}, types: plainDays });
  const [h, o] = [await layGround(superuser, "h"), await layGround(superuser, "o")];
  hostile = { ground: h, callers: await layCallers(superuser, h) };
  const ofOther = await layCallers(superuser, o);
  other = { ground: o, caller: ofOther.find((caller) => isAdministrator(caller) && caller.way === "WRITE")! };
  await layCrowd(superuser, h, stations, gridsOfEach);
  await superuser`analyze`;
  await superuser.end();
  server = await serveApart(applicationUrl);
}, longest);
afterAll(() => server.process.kill("SIGKILL"));

const isAdministrator = ({ role, place }: Caller) => role === "BUREAU_ADMINISTRATOR" && place === "bureau";

const read = () =>
  ask(server.port, other.caller, "query ($id: ID!) { node(id: $id) { ... on Grid { name seats { duty } } } }", {
    id: other.ground.stations[0].grid,
  });

let commands = 0;
const write = () =>
  ask(server.port, other.caller, "mutation ($input: CreateMemberInput!) { createMember(input: $input) { id } }", {
    input: {
      ...{ idempotencyKey: `other-bureau-${++commands}`, unitId: other.ground.stations[0].id },
      ...{ kind: "OFFICER", name: "虚构", badge: `O${commands}` },
    },
  });

/** One after the other until it is over. */
async function oneByOne(work: () => Promise<Told>, told: Told[], over: AbortSignal) {
  while (!over.aborted) told.push(await work());
}

/** So many say something of the middle one, on a machine that is busy with other things too. */
const fewestReads = 25;

async function underAttack(shape: Shape) {
  const end = new AbortController();
  const { signal: over } = end;
  const { ground, callers } = hostile;
  const attack: Attack = {
    ...{ port: server.port, ground, file, over, told: [] },
    callers: callers.filter(isAdministrator),
    sessions: callers.filter(({ way }) => way === "session"),
  };
  const [reads, writes]: [Told[], Told[]] = [[], []];
  const from = performance.now();
  const reading = async () => {
    while (reads.length < fewestReads || performance.now() - from < seconds * 1_000) reads.push(await read());
    end.abort();
  };
  await Promise.all([reading(), oneByOne(write, writes, over), shape.send(attack)]);
  return { attack: attack.told, reads, writes };
}

/**
 * Whatever is light of another bureau's takes less than half as long as what is hostile, which shares the machine with it: it waits for
 * its own work, not for theirs. However slow the machine is, it is so for both.
 */
test.each(Object.entries(shapes))(
  "another bureau is read and written while one sends %s",
  async (name, shape) => {
    const quiet = spread([await read(), await read(), await read(), await read(), await read()]);
    const { attack, reads, writes } = await underAttack(shape);
    tell(name, quiet, attack, reads, writes);
    const failed = [...reads, ...writes].filter(({ status, body }) => status !== 200 || body.includes('"errors"'));
    expect(failed.map(({ status, body }) => `${status} ${body.slice(0, 300)}`)).toEqual([]);
    expect(attack.length).toBeGreaterThan(0);
    const done = attack.filter(({ status, body }) => status === 200 && !body.includes('"errors"'));
    const heavy = spread(done.length > 0 ? done : attack).median;
    if (shape.lighter === "reads") expect(2 * spread(reads).median).toBeLessThan(heavy);
    if (shape.lighter === "writes") expect(2 * spread(writes).median).toBeLessThan(heavy);
  },
  longest,
);

function spread(told: readonly Told[]) {
  const times = told.map(({ from, to }) => to - from).sort((one, another) => one - another);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))]!;
  return { count: times.length, median: at(0.5), p99: at(0.99), longest: times.at(-1)! };
}

function outcomeOf({ status, body }: Told): string {
  const code = /"code":"(\w+)"/.exec(body)?.[1];
  return `${status ?? "given up"}${code ? ` ${code}` : ""}`;
}

/** Figures for whoever reads them; nothing rests on them. */
function tell(name: string, quiet: ReturnType<typeof spread>, attack: Told[], reads: Told[], writes: Told[]) {
  const figures = (told: Told[]) => {
    const { count, median, p99, longest: most } = spread(told);
    return `${count} (median ${median.toFixed(1)}, p99 ${p99.toFixed(0)}, longest ${most.toFixed(0)} ms)`;
  };
  const outcomes = new Map<string, number>();
  for (const each of attack) outcomes.set(outcomeOf(each), (outcomes.get(outcomeOf(each)) ?? 0) + 1);
  const answered = [...outcomes].map(([outcome, times]) => `${times} × ${outcome}`).join(", ");
  process.stdout.write(
    `  ${name}: ${answered}; median ${spread(attack).median.toFixed(0)} ms; reads ${figures(reads)}, commands ${figures(writes)}; a read alone ${quiet.median.toFixed(1)} ms\n`,
  );
}
