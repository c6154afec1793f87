import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { wugangRoster } from "../../support/roster.ts";
import { check, countOf, recorded, deedsOf, divisionsOf, importAll, upload } from "./importing.ts";

test(
  "a county's divisions and a roster become stations, grids, members and assignments",
  { timeout: 120_000 },
  async () => {
    const bureau = await makeBureau();
    const [grids, roster] = [divisionsOf("410481"), wugangRoster()];

    const written = await importAll(bureau, "GRIDS", grids);
    expect(written).toMatchObject({ status: "WRITTEN", totalRows: 220, doneRows: 220, errorCount: 0 });
    expect(written.summary).toMatchObject({
      stationsCreated: 14,
      divisionsCreated: 235,
      gridsCreated: 220,
      gridsUpdated: 0,
      gridsUnchanged: 0,
    });

    const seated = await importAll(bureau, "MEMBERS", roster);
    expect(seated).toMatchObject({ status: "WRITTEN", doneRows: roster.rows.length });
    expect(seated.summary).toMatchObject({ membersCreated: 687, assignmentsCreated: 876 });
    expect([
      await countOf(bureau, "grids"),
      await countOf(bureau, "members"),
      await countOf(bureau, "assignments"),
    ]).toEqual([220, 687, 876]);
    expect(await deedsOf(bureau, written.id)).toEqual([
      "import.upload",
      "import.check",
      "import.checked",
      "import.write",
      "import.finish",
    ]);
    await recorded(bureau);
    expect(await countOf(bureau, "audit_entries")).toBe(14 + 2 + 235 + 220 + 687 + 876 + 8);

    expect(await bureau.administrator.run(`{ auditChain { brokenAt } }`)).toEqual({ auditChain: { brokenAt: null } });

    const gridsAgain = await check(bureau.administrator, await upload(bureau, "GRIDS", grids));
    expect(gridsAgain.summary).toMatchObject({
      stationsCreated: 0,
      divisionsCreated: 0,
      gridsCreated: 0,
      gridsUpdated: 0,
      gridsUnchanged: 220,
    });
    const rosterAgain = await importAll(bureau, "MEMBERS", roster);
    expect(rosterAgain.summary).toMatchObject({
      membersCreated: 0,
      membersUnchanged: 687,
      assignmentsCreated: 0,
      assignmentsUnchanged: 876,
    });
    const found = await bureau.administrator.run(
      `{ units(filter: { search: "yjpcs" }) { nodes { name } } divisions(filter: { search: "yjz" }) { nodes { name } } }`,
    );
    expect(found).toEqual({ units: { nodes: [{ name: "尹集派出所" }] }, divisions: { nodes: [{ name: "尹集镇" }] } });
  },
);
