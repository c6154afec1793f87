import { type Database, openDatabase } from "@maple-bridge/server/kernel/database/database";
import { Unavailable } from "@maple-bridge/server/kernel/errors";
import { isFoundHeavy } from "@maple-bridge/server/kernel/database/slowness";
import { countsSince, countsSoFar } from "@maple-bridge/server/kernel/counts";
import { parameter, raw, sql, type Statement, toStatement } from "@maple-bridge/server/kernel/read/fragment";
import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";

let url: string;
let admin: Sql;
let database: Database;
let before = countsSoFar();

beforeAll(async () => {
  const fresh = await freshDatabase();
  url = fresh.applicationUrl;
  admin = postgres(fresh.superuserUrl, { max: 1, onnotice: () => {} });
  database = openDatabase({ url });
});
afterAll(async () => {
  await database.close();
  await admin.end();
});
beforeEach(() => {
  before = countsSoFar();
});

/** A statement that stands until the lock is let go, and then gives the text. */
const untilUnlocked = (lock: number) =>
  toStatement(
    sql`select '"' || ${parameter("name", "text", ({ viaId }) => viaId)} || '"' || coalesce(nullif(pg_advisory_lock_shared(${raw(String(lock))})::text, ''), '') as json`,
  );
const quick = toStatement(sql`select '"' || ${parameter("name", "text", ({ viaId }) => viaId)} || '"' as json`);

const newBureau = () => ({ bureauId: newId(), accountId: newId() });
/** The machine may be busy: what is waited for is a thing, not a time. */
const patiently = { timeout: 15_000 };

type Who = ReturnType<typeof newBureau>;

const read = (who: Who, statement: Statement, name: string, how: { heavy?: boolean; signal?: AbortSignal } = {}) =>
  database
    .read(
      statement,
      { ...who, viaId: name, now: new Date().toISOString(), scope: () => [], args: [] },
      { heavy: false, prepare: true, ...how },
    )
    .then((json) => JSON.parse(json.toString()) as string)
    .catch((error: unknown) => error);

const underWay = async () =>
  (
    await admin`select from pg_stat_activity where datname = current_database() and application_name = 'maple-bridge reads' and state = 'active' and wait_event = 'advisory'`
  ).length;

/** Holds what `untilUnlocked` waits for, in a session of its own. */
async function locked<R>(lock: number, work: () => Promise<R>): Promise<R> {
  await admin`select pg_advisory_lock(${lock})`;
  try {
    return await work();
  } finally {
    await admin`select pg_advisory_unlock(${lock})`;
  }
}

test("slow reads of one bureau, however many, hold up no read of another one, and none that was let in is refused", async () => {
  const [hostile, other] = [newBureau(), newBureau()];
  const slow = await locked(1, async () => {
    const asked = Array.from({ length: 60 }, (_, turn) => read(hostile, untilUnlocked(1), `slow ${turn}`));
    await expect.poll(underWay, patiently).toBeGreaterThan(0);
    for (let turn = 0; turn < 20; turn++) expect(await read(other, quick, `quick ${turn}`)).toBe(`quick ${turn}`);
    return asked;
  });
  expect(await Promise.all(slow)).toEqual(slow.map((_, turn) => `slow ${turn}`));
});

test("reads of one account beyond its bounds are refused, and nobody else's", async () => {
  const [hostile, other] = [newBureau(), newBureau()];
  const colleague = { ...hostile, accountId: newId() };
  const told = await locked(2, async () => {
    const asked = Array.from({ length: 200 }, (_, turn) => read(hostile, untilUnlocked(2), `${turn}`));
    expect(await read(other, quick, "other")).toBe("other");
    const waits = read(colleague, quick, "colleague");
    return [...asked, waits];
  });
  const outcomes = await Promise.all(told);
  const refused = outcomes.filter((each) => typeof each !== "string");
  expect(refused.length).toBeGreaterThan(0);
  for (const each of refused) expect(each).toMatchObject({ code: "UNAVAILABLE", detail: "TOO_MANY_READS" });
  expect(outcomes.at(-1)).toBe("colleague");
  expect(countsSince(before).readsRefused).toBe(refused.length);
});

test("a read that its caller gives up is dropped from the queue, and cancelled where it is under way; why is told as the caller's", async () => {
  const hostile = newBureau();
  const caller = new AbortController();
  await locked(3, async () => {
    const asked = Array.from({ length: 45 }, (_, turn) =>
      read(hostile, untilUnlocked(3), `${turn}`, { heavy: true, signal: caller.signal }),
    );
    await expect.poll(underWay, patiently).toBe(2);
    caller.abort(new Unavailable([], "GONE"));
    for (const each of await Promise.all(asked))
      expect(each).toMatchObject({ code: "UNAVAILABLE", detail: expect.stringMatching(/^(GONE|TOO_MANY_READS)$/) });
    await expect.poll(underWay, patiently).toBe(0);
  });
  const { readsDropped = 0, readsCancelled, readsRefused = 0 } = countsSince(before);
  expect([readsDropped + readsRefused, readsCancelled]).toEqual([45, 2]);
});

test("of heavy reads a bureau never has all connections", async () => {
  const [hostile, other] = [newBureau(), newBureau()];
  const slow = await locked(4, async () => {
    const accounts = [hostile, { ...hostile, accountId: newId() }, { ...hostile, accountId: newId() }];
    const asked = accounts.map((who, turn) => read(who, untilUnlocked(4), `${turn}`, { heavy: true }));
    await expect.poll(underWay, patiently).toBe(2);
    expect(await read(other, quick, "other", { heavy: true })).toBe("other");
    expect(await underWay()).toBe(2);
    return asked;
  });
  expect(await Promise.all(slow)).toEqual(["0", "1", "2"]);
});

test("what stands behind a slow read is sent elsewhere, and the slow one is taken for a heavy one", async () => {
  const [one, two, three] = [newBureau(), newBureau(), newBureau()];
  for (const who of [one, two, three]) await read(who, quick, "warm");
  // Planned nowhere yet, like the slow one: it goes to the same connection.
  const quickToo = toStatement(sql`select '"' || ${parameter("name", "text", ({ viaId }) => viaId)} || '" ' as json`);
  const slow = await locked(5, async () => {
    const asked = [one, two, one, two].map((who, turn) => read(who, untilUnlocked(5), `${turn}`));
    const behind = Array.from({ length: 4 }, (_, turn) => read(three, quickToo, `behind ${turn}`));
    expect(await Promise.all(behind)).toEqual(behind.map((_, turn) => `behind ${turn}`));
    return asked;
  });
  expect(await Promise.all(slow)).toEqual(["0", "1", "2", "3"]);
  const { readsSentAgain = 0, readsTakenForHeavy = 0 } = countsSince(before);
  expect(readsSentAgain + readsTakenForHeavy).toBeGreaterThan(0);
});

/** As a message of megabytes does. */
function standStill(ms: number) {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test("a loop that stood still makes no read a heavy one", async () => {
  const who = newBureau();
  const own = toStatement(sql`select '"' || ${parameter("name", "text", ({ viaId }) => viaId)} || '!"' as json`);
  for (let turn = 0; turn < 4; turn++) {
    const asked = Array.from({ length: 40 }, (_, at) => read(who, own, `${at}`));
    await new Promise(setImmediate);
    standStill(150);
    expect(await Promise.all(asked)).toEqual(asked.map((_, at) => `${at}!`));
  }
  expect(isFoundHeavy(own, who.bureauId)).toBe(false);
  expect(countsSince(before).readsTakenForHeavy ?? 0).toBe(0);
});

const lasting = (ms: number) =>
  toStatement(
    sql`select '"' || ${parameter("name", "text", ({ viaId }) => viaId)} || '"' || coalesce(nullif(pg_sleep(${raw(`${ms / 1_000}`)})::text, ''), '') as json`,
  );

test("of reads that are known to take long, a bureau has one at a time on a connection, and a connection stays free of them", async () => {
  const [slow, other] = [newBureau(), newBureau()];
  const statement = lasting(30);
  for (let turn = 0; turn < 4; turn++) await read(slow, statement, "known");
  let done = 0;
  const asked = Array.from({ length: 20 }, (_, turn) => read(slow, statement, `${turn}`).finally(() => done++));
  const doneMeanwhile: number[] = [];
  while (done < asked.length) {
    const doneBefore = done;
    expect(await read(other, quick, "other")).toBe("other");
    doneMeanwhile.push(done - doneBefore);
  }
  await Promise.all(asked);
  expect(Math.max(...doneMeanwhile)).toBeLessThanOrEqual(2);
});

test("what is learnt of a read is learnt too where its caller has hung up", async () => {
  const hostile = newBureau();
  const statement = lasting(80);
  // A read during which the loop stood still counts for nothing, so that on a busy machine two may be too few.
  const giveUp = async () => {
    const caller = new AbortController();
    const asked = read(hostile, statement, "given up", { signal: caller.signal });
    caller.abort();
    expect(await asked).toMatchObject({ code: "UNAVAILABLE" });
    return isFoundHeavy(statement, hostile.bureauId);
  };
  await expect.poll(giveUp, patiently).toBe(true);
});

test("an answer that is none, or holds nothing, is an error", async () => {
  const who = newBureau();
  expect(await read(who, toStatement(sql`select '1' as json where false`), "x")).toMatchObject({
    message: "A read was answered without a row.",
  });
  expect(await read(who, toStatement(sql`select null::text as json`), "x")).toMatchObject({ code: "NOT_FOUND" });
});

test("a read that fails after its row was made leaves the next one its own answer", async () => {
  const who = newBureau();
  const failing = toStatement(sql`select (1 / (3 - x))::text as json from generate_series(1, 5) x`);
  const asked = Array.from({ length: 12 }, (_, turn) => read(who, turn % 2 === 0 ? failing : quick, `${turn}`));
  for (const [turn, told] of (await Promise.all(asked)).entries())
    if (turn % 2 === 0) expect(told).toMatchObject({ code: "22012" });
    else expect(told).toBe(`${turn}`);
});

test("a connection that has planned much is renewed, and no read notices", async () => {
  const one = openDatabase({ url, light: 1, heavy: 1, mostPlanned: 100 });
  const who = newBureau();
  const ask = async (name: string) =>
    String(
      await one.read(
        quick,
        { ...who, viaId: name, now: "", scope: () => [], args: [] },
        { heavy: false, prepare: false },
      ),
    );
  for (let turn = 0; turn < 180; turn += 30) {
    const names = Array.from({ length: 30 }, (_, at) => `${turn + at}`);
    expect(await Promise.all(names.map(ask))).toEqual(names.map((name) => `"${name}"`));
  }
  expect(countsSince(before).connectionsRenewed).toBe(1);
  await one.close();
});

test("what waits when the server stops is told so", async () => {
  const one = openDatabase({ url, light: 1, heavy: 1 });
  const who = newBureau();
  await locked(6, async () => {
    const asked = Array.from({ length: 20 }, (_, turn) =>
      one
        .read(
          untilUnlocked(6),
          { ...who, viaId: `${turn}`, now: "", scope: () => [], args: [] },
          { heavy: turn % 2 === 0, prepare: true },
        )
        .catch((error: unknown) => error),
    );
    await expect.poll(underWay, patiently).toBe(2);
    await one.close();
    for (const told of await Promise.all(asked)) expect(told).toBeInstanceOf(Error);
  });
  const late = { ...who, viaId: "late", now: "", scope: () => [], args: [] };
  for (const heavy of [true, false])
    await expect(one.read(quick, late, { heavy, prepare: true })).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
