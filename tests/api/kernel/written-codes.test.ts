import { readdirSync, readFileSync } from "node:fs";
import postgres from "postgres";
import { expect, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";
import { makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";

const migrations = new URL("../../../drizzle/migrations/", import.meta.url);

/** The part of the migration that is about codes. */
function statements(): string[] {
  const file = readdirSync(migrations).find((name) => name.endsWith("_read_sheets_and_written_codes.sql"))!;
  const all = readFileSync(new URL(file, migrations), "utf8").split("--> statement-breakpoint");
  return all.filter((statement) => /\b(members|grids)\b/.test(statement));
}

test("the database holds that a code is written in one way", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await expect(makeMember(bureau, stationId, { badge: "x0101" })).rejects.toThrow("members_badge_written");
  const { id } = await makeGrid(bureau, stationId);
  const renamed = bureau.sql(
    (sql) => sql`update grids set code = 'WG 1' where bureau_id = ${bureau.id} and id = ${id}`,
  );
  await expect(renamed).rejects.toThrow("grids_code_written");
});

test("codes of earlier releases are brought to it, but for those that two rows would share", async () => {
  const { ownerUrl, superuserUrl } = await freshDatabase();
  const [owner, superuser] = [ownerUrl, superuserUrl].map((url) => postgres(url, { max: 1, onnotice: () => {} })) as [
    postgres.Sql,
    postgres.Sql,
  ];
  const bureauId = crypto.randomUUID();
  const badges = ["x0101", "X0102", "a 1", "same", "SAME"];
  try {
    await superuser`alter table members drop constraint members_badge_written`;
    await superuser`alter table grids drop constraint grids_code_written`;
    await superuser.begin(async (sql) => {
      const unitId = crypto.randomUUID();
      await sql`select set_config('maple.bureau_id', ${bureauId}, true)`;
      await sql`insert into bureaus (bureau_id, code, name) values (${bureauId}, 'earlier', '虚构公安局')`;
      await sql`insert into units (bureau_id, id, kind, name, level) values (${bureauId}, ${unitId}, 'BUREAU', '虚构公安局', 0)`;
      for (const badge of badges) {
        const id = crypto.randomUUID();
        await sql`insert into members (bureau_id, id, kind, badge, name, name_initials) values (${bureauId}, ${id}, 'OFFICER', ${badge}, '虚构', 'xg')`;
        await sql`insert into member_units (bureau_id, member_id, starts_on, unit_id) values (${bureauId}, ${id}, '-infinity', ${unitId})`;
      }
    });
    await owner.begin(async (sql) => {
      for (const statement of statements()) await sql.unsafe(statement);
    });
    const kept = await superuser`select badge from members where bureau_id = ${bureauId} order by badge collate "C"`;
    expect(kept.map((row) => row["badge"])).toEqual(["A1", "SAME", "X0101", "X0102", "same"]);
    const [{ forced } = {}] =
      await superuser`select relforcerowsecurity as forced from pg_class where relname = 'members'`;
    expect(forced).toBe(true);
  } finally {
    await owner.end();
    await superuser.end();
  }
});
