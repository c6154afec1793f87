import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { draftOf, publishYears } from "./calendaring.ts";

let bureau: Bureau;
let published: string;
let draft: string;

beforeAll(async () => {
  bureau = await makeBureau();
  published = (await publishYears(bureau, 2026)).id;
  draft = (await draftOf(bureau)).id;
});

/** What the application's role is told by the database itself, past all of the server's own checks. */
const told = (work: (sql: Sql) => Promise<unknown>) =>
  bureau.sql(work).then(
    () => "done",
    ({ code, constraint_name }: { code: string; constraint_name?: string }) => constraint_name ?? code,
  );

test("a published calendar is never changed: not itself, not its days, not its shifts, and none is moved in or out", async () => {
  const attacks: ((sql: Sql) => Promise<unknown>)[] = [
    (sql) => sql`update calendar_revisions set note = 'x' where id = ${published}`,
    (sql) => sql`update calendar_revisions set state = 'DRAFT', published_at = null where id = ${published}`,
    (sql) => sql`update calendar_days set opening = 'OPEN' where revision_id = ${published}`,
    (sql) => sql`delete from calendar_days where revision_id = ${published}`,
    (sql) =>
      sql`insert into calendar_days ${sql({ bureauId: bureau.id, revisionId: published, day: "2026-03-03", opening: "CLOSED" })}`,
    (sql) => sql`update calendar_days set revision_id = ${draft}, day = day + 1000 where revision_id = ${published}`,
    (sql) => sql`update calendar_days set revision_id = ${published}, day = day + 1000 where revision_id = ${draft}`,
    (sql) => sql`update calendar_shifts set ends_minute = 1440 where revision_id = ${published}`,
    (sql) => sql`delete from calendar_shifts where revision_id = ${published}`,
    (sql) =>
      sql`insert into calendar_shifts ${sql({ bureauId: bureau.id, revisionId: published, startsMinute: 1, endsMinute: 2 })}`,
    (sql) =>
      sql`update calendar_shifts set revision_id = ${draft}, starts_minute = starts_minute + 1 where revision_id = ${published}`,
  ];
  for (const attack of attacks) expect(await told(attack)).toBe("calendar_published");
  expect(await told((sql) => sql`delete from calendar_revisions where id = ${published}`)).toBe("42501");
});

const second = (sql: Sql, number: number, state: string) =>
  sql`insert into calendar_revisions (bureau_id, id, number, state, announced_years) values (${bureau.id}, ${newId()}, ${number}, ${state}, '{}')`;

test("there is one draft at the most, and none becomes published without its time", async () => {
  expect(await told((sql) => second(sql, 99, "DRAFT"))).toBe("calendar_revisions_one_draft");
  expect(await told((sql) => second(sql, 1, "DISCARDED"))).toBe("calendar_revisions_number_unique");
  expect(await told((sql) => sql`update calendar_revisions set state = 'PUBLISHED' where id = ${draft}`)).toBe(
    "calendar_revisions_published",
  );
});

test("a day that is written while the calendar is being published waits, and is refused", async () => {
  const own = await makeBureau();
  const { id } = await draftOf(own);
  let done: () => void = () => {};
  const mayCommit = new Promise<void>((resolve) => (done = resolve));
  let begun: () => void = () => {};
  const isPublished = new Promise<void>((resolve) => (begun = resolve));
  const publishing = own.sql(async (sql) => {
    await sql`update calendar_revisions set state = 'PUBLISHED', published_at = now() where id = ${id}`;
    begun();
    await mayCommit;
  });
  await isPublished;
  const writing = own
    .sql(
      (sql) =>
        sql`insert into calendar_days ${sql({ bureauId: own.id, revisionId: id, day: "2026-03-03", opening: "CLOSED" })}`,
    )
    .then(
      () => "done",
      ({ constraint_name }: { constraint_name?: string }) => constraint_name,
    );
  const waits = () =>
    own.sql(
      (sql) =>
        sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into calendar_days%'`,
    );
  await expect.poll(async () => (await waits()).length).toBeGreaterThan(0);
  done();
  await publishing;
  expect(await writing).toBe("calendar_published");
});
