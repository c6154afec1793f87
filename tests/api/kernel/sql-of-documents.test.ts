import type { CallerShape } from "@maple-bridge/server/kernel/read/reading";
import { explain } from "@maple-bridge/server/operator/explain";
import { expect, test } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { trustedQueries } from "../../support/trusted-queries.ts";
import { cases, operationOf } from "../../bench/screen-operations.ts";

/** Rows that there need not be: only that they are given bears on the text. */
const id = "00000000-0000-7000-8000-000000000000";
const somewhere = {
  ...{ grid: id, gap: id, member: id, station: id, account: id, entry: id, item: id, matter: "" },
  ...{ division: "410481001", name: "z" },
};

const chief: CallerShape = { key: "STATION_CHIEF/w", reach: () => "some", mayWrite: true };

const texts = trustedQueries();

/**
 * What has changed in a statement is seen in the file's difference. Where it was meant to, the file is deleted: the next run
 * writes it anew.
 */
test.each([
  ["Viewer", "administrator"],
  ["Grids", "administrator"],
  ["Grids", "station chief"],
  ["Grids past", "administrator"],
  ["GridDetails", "administrator"],
  ["Candidates", "administrator"],
  ["Members by unit", "administrator"],
  ["MemberDetails", "station chief"],
  ["UnitTops", "administrator"],
  ["Divisions", "administrator"],
  ["AuditEntries of a grid", "administrator"],
  ["Imports", "administrator"],
])("%s is compiled for the %s to the statement that is kept", async (name, who) => {
  const { app } = await theServer();
  const query = texts.get(operationOf(name))!;
  const asked = { query, variables: cases[name]!(somewhere) };
  const { statement, parameters, plan } = explain(app.schema, asked, who === "station chief" ? chief : undefined);
  const told = parameters.map(({ type, from }, index) => `-- $${index + 1} ${type} ${from}`);
  const text = [`-- ${plan.heavy ? "heavy" : "light"}`, ...told, statement, ""].join("\n");
  await expect(text).toMatchFileSnapshot(`./sql/${name} for ${who}.sql`.replaceAll(" ", "-").toLowerCase());
});
