import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { signTold } from "@maple-bridge/server/modules/lists";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock, now, theServer } from "../../support/bureau.ts";
import type { ChecklistGround } from "../checklists/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, lineOf, listsOf, reviewed, task, week } from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layLists();
});
afterAll(() => void (clock.at = null));

interface Signed {
  memberId: string;
  snapshot: { lines: object[] };
  digest: string;
  [count: string]: unknown;
}

class TakenBack extends Error {}

/** What would be signed of the past, and is taken back. */
async function told(): Promise<{ rows: Signed[]; entry: object | undefined }> {
  const { bureau, stationId, officer } = ground;
  const [chief] = await bureau.sql(
    (sql) =>
      sql<
        { id: string; name: string; displayName: string }[]
      >`select a.id, a.name, a.display_name from accounts a join role_grants g on g.bureau_id = a.bureau_id and g.account_id = a.id where g.role = 'STATION_CHIEF'`,
  );
  let kept: { rows: Signed[]; entry: object | undefined } | undefined;
  const done = inBureau((await theServer()).app.database, bureau.id, async (sql) => {
    const { id: accountId, name, displayName } = chief!;
    const by = { accountId, name, displayName };
    const signing = { bureauId: bureau.id, stationId, unitIds: [stationId], week, at: now(), by };
    const signatures = await signTold(sql, signing);
    const rows = await sql<Signed[]>`
      select member_id, snapshot, digest, done, late, missed, returned, waiting from week_reviews where signed_at is not null`;
    const own = signatures.find(({ deed }) => (deed.after as { memberId: string }).memberId === officer.memberId);
    kept = { rows: [...rows], entry: own?.deed.after ?? undefined };
    throw new TakenBack();
  });
  await expect(done).rejects.toThrow(TakenBack);
  return kept!;
}

test("A82: a week told as signed has the very snapshot, digest, counts and audit entry that its command gives it", async () => {
  const { officer, chief } = ground;
  const [one, other] = [await task(ground, "排查出租屋", "2026-03-06"), await task(ground, "走访企业", "2026-03-06")];
  await handIn(officer, one.id);
  await handIn(officer, other.id);
  goTo("2026-03-09T09:00");
  const of = { memberId: officer.memberId, week };
  const keyOf = async (title: string) => lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", title).key;
  await reviewed(chief, "acceptLines", { ...of, lines: [{ key: await keyOf("排查出租屋") }] });
  await reviewed(chief, "returnLine", { ...of, line: { key: await keyOf("走访企业") }, reason: "缺少照片" });

  const { rows, entry } = await told();
  const own = rows.find(({ memberId }) => memberId === officer.memberId)!;
  const { id, snapshot, digest, done, late, missed, returned, waiting } = await reviewed(chief, "signWeek", of);
  expect(own).toEqual({ memberId: officer.memberId, snapshot, digest, done, late, missed, returned, waiting });
  expect(own.snapshot.lines.length).toBeGreaterThan(1);
  const [audited] = await ground.bureau.sql(
    (sql) =>
      sql<
        { after: object }[]
      >`select after from audit_entries where action = 'weekReview.sign' and entity_id = ${id as string}`,
  );
  expect(entry).toEqual(audited!.after);
});
