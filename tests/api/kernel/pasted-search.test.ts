import { readFileSync } from "node:fs";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { textKindOf } from "@maple-bridge/server/kernel/text-kinds";
import { modules } from "@maple-bridge/server/modules";
import { getNamedType, isInputObjectType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { makeChecklist, makeRun } from "../auth/actions-on-checklists.ts";
import { makeRecheck } from "../auth/actions-on-rechecks.ts";
import { makeMatter } from "../auth/actions-on-matters.ts";
import { makeDivision, makeGrid, makeMember, makeStation } from "../grids/ground.ts";

let bureau: Bureau;
let gridId: string;

beforeAll(async () => {
  bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "示例派出所（城区）", code: "PCS-01" });
  ({ id: gridId } = await makeGrid(bureau, stationId, { code: "wg-0123", name: "示例网格（东）" }));
  await makeDivision(bureau, { name: "示例村（东）", code: "999999001201" });
  await makeMember(bureau, stationId, { name: "示例甲", badge: "X0101" });
  // As earlier releases kept what was pasted.
  await makeMember(bureau, stationId, { name: "示\u3000例乙", badge: "X0102" });
  await bureau.sql((sql) => sql`update accounts set name = 'shili', display_name = '示例（甲）'`);
  await makeMatter(bureau, stationId, { title: "示例事项（东）" });
  await bureau.administrator.run("mutation ($input: IssueTaskInput!) { issueTask(input: $input) { id } }", {
    input: { idempotencyKey: newKey(), title: "示例任务（东）", to: [{ unitId: stationId }] },
  });
  const checklist = await makeChecklist(bureau, null, { name: "示例清单（东）", nameInitials: "slqd" });
  await makeRun(bureau, checklist, { gridId, stationId, title: "示例任务（东）" });
  await makeRecheck(bureau, stationId, { title: "示例任务（东）" });
  await bureau.administrator.run("mutation ($input: CreateDivisionInput!) { createDivision(input: $input) { id } }", {
    input: { idempotencyKey: newKey(), code: "999999", name: "示例县" },
  });
  await bureau.administrator.run("mutation ($input: CheckAuditChainInput!) { checkAuditChain(input: $input) { id } }", {
    input: { idempotencyKey: newKey() },
  });
});

const pastedNames = (name: string) => [
  name,
  ` ${name}\u3000`,
  `\u202D${name}\u202C`,
  [...name].join("\u3000"),
  [...name].join("\u00A0"),
  `${name}\r\n`,
  name.replace("（", "("),
];
const pastedCodes = (code: string) => [
  code,
  code.toLowerCase(),
  `\u200E${code}`,
  [...code].join(" "),
  code.replace(/[0-9A-Z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  code.replace("-", "—"),
];

const connection = (field: string) => `query ($q: String) { found: ${field}(filter: { search: $q }) { totalCount } }`;

/** Each search of the schema: how it is asked, and what it is to find. */
const searches: Record<string, { query: string; texts: string[] }> = {
  "accounts filter.search": { query: connection("accounts"), texts: [...pastedNames("示例（甲）"), "ＳＨＩＬＩ"] },
  "members filter.search": {
    query: connection("members"),
    texts: [...pastedNames("示例甲"), ...pastedNames("示例乙"), ...pastedCodes("X0101"), " ｘｇｒｙ"],
  },
  "grids filter.search": {
    query: connection("grids"),
    texts: [...pastedNames("示例网格（东"), ...pastedCodes("WG-0123")],
  },
  "units filter.search": {
    query: connection("units"),
    texts: [...pastedNames("所（城区"), ...pastedCodes("PCS-01")],
  },
  "branches filter.search": {
    query: "query ($q: String) { found: branches(filter: { search: $q }) { totalCount } }",
    texts: [...pastedNames("所（城区")],
  },
  "divisions filter.search": {
    query: connection("divisions"),
    texts: [...pastedNames("示例村（东"), ...pastedCodes("999999001")],
  },
  "workItems filter.search": { query: connection("workItems"), texts: pastedNames("示例任务（东") },
  "myWork filter.search": { query: connection("myWork"), texts: pastedNames("示例任务（东") },
  "matters filter.search": { query: connection("matters"), texts: pastedNames("示例事项（东") },
  "checklistTemplates filter.search": {
    query: connection("checklistTemplates"),
    texts: [...pastedNames("示例清单（东"), "ｓｌｑｄ"],
  },
  "checklistRuns filter.search": { query: connection("checklistRuns"), texts: pastedNames("示例任务（东") },
  "rechecks filter.search": { query: connection("rechecks"), texts: pastedNames("示例任务（东") },
  "candidates search": {
    query: `query ($q: String, $gridId: ID!) { found: candidates(gridId: $gridId, duty: RESPONSIBLE_OFFICER, search: $q) { totalCount } }`,
    texts: [...pastedNames("示例甲"), ...pastedCodes("X0102")],
  },
  "auditEntries filter.actor": {
    query: "query ($q: String) { found: auditEntries(filter: { actor: $q }) { totalCount } }",
    texts: ["SHILI", " shi li ", "ｓｈｉｌｉ"],
  },
  "chainChecks filter.actor": {
    query: "query ($q: String) { found: chainChecks(filter: { actor: $q }) { totalCount } }",
    texts: ["SHILI", " shi li ", "ｓｈｉｌｉ"],
  },
};

test("every search of the schema is tried", () => {
  const queries = Object.values(schemaOf(modules).getQueryType()!.getFields());
  const found = queries.flatMap(({ name, args }) =>
    args.flatMap((arg) => {
      const type = getNamedType(arg.type);
      if (!isInputObjectType(type)) return textKindOf(arg.name) === "search" ? [`${name} ${arg.name}`] : [];
      const fields = Object.keys(type.getFields()).filter((field) => textKindOf(field) === "search");
      return fields.map((field) => `${name} ${arg.name}.${field}`);
    }),
  );
  expect(found.toSorted()).toEqual(Object.keys(searches).toSorted());
});

test.each(
  Object.entries(searches).flatMap(([name, { query, texts }]) =>
    texts.map((text) => [name, JSON.stringify(text), query, text] as const),
  ),
)("%s finds %s", async (_name, _text, query, text) => {
  const variables = { q: text, ...(query.includes("$gridId") && { gridId }) };
  const { found } = await bureau.administrator.run(query, variables);
  expect(found.totalCount).toBeGreaterThan(0);
});

test("what is not there is not found", async () => {
  const { found } = await bureau.administrator.run(connection("members"), { q: "示例丙" });
  expect(found.totalCount).toBe(0);
});

test.each(pastedCodes("WG-0123"))("a grid is found by its code however it is written: %s", async (code) => {
  const { grid } = await bureau.administrator.run("query ($q: String!) { grid(code: $q) { name } }", { q: code });
  expect(grid).toEqual({ name: "示例网格（东）" });
});

test("one variable is read as a code in one place and as what is searched in another", async () => {
  const { grid, grids } = await bureau.administrator.run(
    "query ($q: String!) { grid(code: $q) { code } grids(filter: { search: $q }) { nodes { code } } }",
    { q: " wg-0123 " },
  );
  expect([grid, ...grids.nodes]).toEqual([{ code: "WG-0123" }, { code: "WG-0123" }]);
});

test("a body that is not in UTF-8 is refused, whatever stands in it", async () => {
  const body = readFileSync(new URL("../../cases/20-body-in-gbk.json", import.meta.url));
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: { ...bureau.administrator.headers, "content-type": "application/json" },
    payload: body,
  });
  expect([response.statusCode, response.json().errors[0].extensions.detail]).toEqual([400, "BODY_NOT_UTF8"]);
});
