import { newId } from "@maple-bridge/server/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import type { ChecklistGround } from "../checklists/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { layLists, reviewed, week } from "./ground.ts";

let ground: ChecklistGround;
let reviewId: string;
beforeAll(async () => {
  ground = await layLists();
  goTo("2026-03-09T09:00");
  const signed = await reviewed(ground.chief, "signWeek", { memberId: ground.officer.memberId, week });
  reviewId = signed.id;
});
afterAll(() => void (clock.at = null));

const written = (row: object) => {
  const { bureau, stationId, officer } = ground;
  const of = { bureauId: bureau.id, id: newId(), stationId, memberId: officer.memberId, weekStart: week, revision: 1 };
  return bureau.sql((sql) => sql`insert into week_reviews ${sql({ ...of, ...row } as never)}`);
};

test("a signed week is never changed, and never deleted", async () => {
  const { bureau } = ground;
  const attempts = [
    () => bureau.sql((sql) => sql`update week_reviews set snapshot = '{}' where id = ${reviewId}`),
    () => bureau.sql((sql) => sql`update week_reviews set signed_at = null where id = ${reviewId}`),
    () => bureau.sql((sql) => sql`update week_reviews set signer = '另一人' where id = ${reviewId}`),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow("a signed week never changes");
  await expect(bureau.sql((sql) => sql`delete from week_reviews where id = ${reviewId}`)).rejects.toThrow(
    "permission denied",
  );
});

test("a week has a revision once, one that is open at the most, and none without a signed one before it", async () => {
  await expect(written({})).rejects.toThrow("week_reviews_revision_unique");
  await expect(written({ weekStart: "2026-03-10" })).rejects.toThrow("week_reviews_monday");
  const reopened = { reopenedReason: "更正", reopenedBy: ground.chief.accountId };
  await expect(written({ revision: 3, ...reopened })).rejects.toThrow("a revision without a signed one before it");
  await expect(written({ revision: 2 })).rejects.toThrow("week_reviews_reopened");
  await written({ revision: 2, ...reopened });
  await expect(written({ revision: 3, ...reopened })).rejects.toThrow("a revision without a signed one before it");
});

test("what is signed bears the digest of its snapshot and all of its counts, and is of a member of the bureau", async () => {
  const counts = { done: 0, late: 0, missed: 0, returned: 0, waiting: 0 };
  const signed = {
    signedAt: new Date(),
    signedBy: ground.chief.accountId,
    signer: "所长",
    ...counts,
    weekStart: "2026-03-16",
  };
  await expect(written({ ...signed, snapshot: "{}", digest: "0" })).rejects.toThrow("week_reviews_digest");
  await expect(written({ ...signed })).rejects.toThrow("week_reviews_signed");
  const another = await layLists();
  await expect(written({ memberId: another.officer.memberId, weekStart: "2026-03-16" })).rejects.toThrow(
    "week_reviews_member",
  );
});

test("nothing is decided of a signed week any more; what was decided and said stays", async () => {
  const { bureau, chief } = ground;
  const line = { bureauId: bureau.id, id: newId(), reviewId, lineKey: "WORK:x", decision: "ACCEPTED", sequence: 1 };
  const said = { decidedAt: new Date(), decidedBy: chief.accountId, decider: "所长" };
  const decide = () => bureau.sql((sql) => sql`insert into review_lines ${sql({ ...line, ...said } as never)}`);
  await expect(decide()).rejects.toThrow("a signed week never changes");
});

test("a station has one scheme in force, of three lists with a source each", async () => {
  const { bureau, stationId } = ground;
  const put = (row: object) => {
    const of = { bureauId: bureau.id, id: newId(), stationId, revision: 1, startsAt: new Date() };
    const lists = { titles: ["甲", "乙", "丙"], sources: ["DUTIES", "WORK_DUE", "ACHIEVEMENTS"] };
    return bureau.sql((sql) => sql`insert into list_schemes ${sql({ ...of, ...lists, ...row } as never)}`);
  };
  await expect(put({ titles: ["甲", "乙"] })).rejects.toThrow("list_schemes_three");
  await expect(put({ sources: ["DUTIES", "WORK_DUE", "DUTIES"] })).rejects.toThrow("list_schemes_sources");
  await expect(put({ sources: ["DUTIES", "WORK_DUE", "OTHER"] })).rejects.toThrow("list_schemes_sources");
  await put({});
  await expect(put({ revision: 2 })).rejects.toThrow("list_schemes_one_in_force");
});
