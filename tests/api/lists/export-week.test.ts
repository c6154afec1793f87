import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";
import { documentIn, partOf, sheetsIn, takeAlong } from "../../support/papers.ts";
import { setLine } from "../catalogue/ground.ts";
import type { ChecklistGround } from "../checklists/ground.ts";
import { act, field, itemOf } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, type Line, lineOf, listsOf, reviewed, setScheme, task, week } from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layLists();
  const { bureau, chief, officer, stationId } = ground;
  await setScheme(chief, "applyListSchemePreset", { stationId, preset: "SET_B" });
  await setLine(bureau.administrator, { code: "KNOW", duty: "RESPONSIBLE_OFFICER", title: "掌握社情民意" });
  const items = [];
  for (const [title, dueOn] of [
    ["=1+1", "2026-03-05"],
    ["走访企业 <甲 & 乙>", "2026-03-06"],
    ["排查出租屋", "2026-03-07"],
    ["下周的事", "2026-03-12"],
  ] as const)
    items.push(await task(ground, title, dueOn));
  for (const { id } of items.slice(0, 2)) await handIn(officer, id);
  const { version } = await itemOf(chief, items[0].id);
  await act(chief, "closeWork", { id: items[0].id, expectedVersion: version });
  goTo("2026-03-09T09:00");
  const { key } = lineOf(await lists(), "WORK_DUE", "走访企业 <甲 & 乙>");
  await reviewed(chief, "returnLine", { ...of(), line: { key }, reason: "缺少照片" });
  await reviewed(chief, "commentOnLine", { ...of(), key, text: "+补充现场照片" });
  await reviewed(chief, "commentOnLine", { ...of(), text: "本周总体较好" });
});
afterAll(() => void (clock.at = null));

const of = () => ({ memberId: ground.officer.memberId, week });
const lists = () => listsOf(ground.chief, ground.officer.memberId, week);
const take = (client: Client, asked: object = of(), format = "XLSX") =>
  takeAlong(ground.bureau.app, client.headers, { format, ...asked });

/** The list, the place in it, number and title of each line of the file. */
const linesOfSheet = (rows: string[][]) => rows.filter(([, place]) => /^\d+$/.test(place ?? ""));
const rowsOf = async (client: Client, asked?: object) => {
  const response = await take(client, asked);
  expect(response.statusCode, response.body).toBe(200);
  return Object.values(sheetsIn(response.rawPayload))[0]!;
};

/** What the lists show, in the scheme's order. */
const shown = (answer: { lines: Line[]; scheme: { lists: { title: string; source: string }[] } }) =>
  answer.scheme.lists.flatMap(({ title, source }) =>
    answer.lines
      .filter((line) => line.source === source)
      .map((line, index) => [title, String(index + 1), line["number"] ?? "", line.title]),
  );

test("A92: the rows of the file are the lines of the screen, in the same order, with their count", async () => {
  const rows = await rowsOf(ground.chief);
  const expected = shown(await lists());
  expect(expected.length).toBeGreaterThan(4);
  expect(linesOfSheet(rows).map((row) => row.slice(0, 4))).toEqual(expected);
  expect(rows.flat()).toContain(`共 ${expected.length} 条`);
  const { paragraphs, tables } = documentIn((await take(ground.chief, of(), "DOCX")).rawPayload);
  const lines = tables.flatMap(([, ...lines]) => lines.map((cells) => cells.slice(0, 3)));
  expect(lines).toEqual(expected.map(([, ...cells]) => cells));
  expect(paragraphs).toContain(`共 ${expected.length} 条`);
  for (const { title } of (await lists()).scheme.lists)
    expect(paragraphs.some((text) => text.startsWith(`${title} `))).toBe(true);
});

test("each line tells its days, state, evidence, and what was said of it; the week what was said of it", async () => {
  const rows = await rowsOf(ground.chief);
  const name = "测试账号";
  const line = rows.find(([, , , title]) => title === "走访企业 <甲 & 乙>")!;
  expect(line[4]).toContain("责任民警");
  expect(line[5]).toBe("2026-03-06 到期");
  expect(line[6]).toBe("已退回 · 应办");
  expect(line[8]).toBe(`${name}：缺少照片\n+补充现场照片 ${name} 2026-03-09 09:00`);
  expect(rows.flat()).toContain(`本周批注：本周总体较好 ${name} 2026-03-09 09:00`);
  expect(rows.flat()).toContain("签发人：未签发");
});

test("what looks like a formula is text, in every cell", async () => {
  const { rawPayload } = await take(ground.chief);
  const xml = partOf(rawPayload, "xl/worksheets/sheet1.xml");
  expect(xml).not.toContain("<f>");
  expect(partOf(rawPayload, "xl/styles.xml")).toMatch(/formatCode="@".*quotePrefix="1"/s);
  const rows = Object.values(sheetsIn(rawPayload))[0]!;
  expect(rows.flat()).toContain("=1+1");
});

test("A4: the unit, the maker, and the page of how many stand at its foot, in the reader's language", async () => {
  const docx = (await take(ground.chief, of(), "DOCX")).rawPayload;
  const foot = partOf(docx, "word/footer1.xml");
  expect(foot).toContain("PAGE");
  expect(foot).toContain("NUMPAGES");
  const { paragraphs } = documentIn(docx);
  expect(paragraphs.some((text) => text.startsWith("制表人："))).toBe(true);
  const english = { ...ground.chief, headers: { ...ground.chief.headers, "accept-language": "en" } };
  const told = documentIn((await take(english, of(), "DOCX")).rawPayload);
  expect(told.paragraphs.some((text) => text.startsWith("Prepared by: "))).toBe(true);
  const sheet = partOf((await take(english)).rawPayload, "xl/worksheets/sheet1.xml");
  expect(sheet).toContain("Page &amp;P of &amp;N");
  expect(sheet).toContain('paperSize="9"');
});

test("A82: a signed week is exported as it was signed, whatever changes after; so is its first revision once it is reopened", async () => {
  const { bureau, chief, officer } = ground;
  const signed = await reviewed(chief, "signWeek", of());
  const before = await rowsOf(chief);
  const data = (rows: string[][]) => rows.filter(([first]) => !first?.startsWith("导出："));
  expect(before.flat()).toContain(`摘要 ${signed.digest}`);
  goTo("2026-03-10T10:00");
  const { members } = await bureau.administrator.run(
    `query ($id: ID!) { members: node(id: $id) { ... on Member { id version badge name kind } } }`,
    { id: officer.memberId },
  );
  await act(
    bureau.administrator,
    "updateMember",
    { id: members.id, expectedVersion: members.version, name: "改名后" },
    "id",
  );
  const { key } = lineOf(await lists(), "WORK_DUE", "走访企业 <甲 & 乙>");
  const { item } = lineOf(await lists(), "WORK_DUE", "走访企业 <甲 & 乙>") as unknown as { item: { id: string } };
  await handIn(officer, item.id);
  expect(key).toContain(item.id);
  expect(data(await rowsOf(chief))).toEqual(data(before));

  await reviewed(bureau.administrator, "reopenWeek", { id: signed.id, reason: "漏记一件" });
  const asked = { ...of(), reviewId: signed.id };
  const first = await rowsOf(chief, asked);
  expect(linesOfSheet(first)).toEqual(linesOfSheet(before));
  expect(first.flat()).toContain(`摘要 ${signed.digest}`);
  expect(first.flat().join(" ")).toContain("已重新打开");
  expect((await rowsOf(chief)).flat().join(" ")).toContain("未签发 · 重新打开的理由：漏记一件");
  const response = await take(chief, asked, "DOCX");
  expect(decodeURIComponent(String(response.headers["content-disposition"]))).toContain("2026-W10-R1.docx");
});

test("is on record: who took what along, with the digest of what was signed", async () => {
  const { bureau, chief, officer, stationId } = ground;
  await take(chief, of(), "DOCX");
  await take(chief, { unitId: stationId, week });
  const { auditEntries } = await bureau.administrator.run(
    `{ auditEntries(first: 2) { nodes { action entityType after actorName } } }`,
  );
  expect(auditEntries.nodes).toMatchObject([
    { action: "weekReview.exportStation", entityType: "Unit", after: { week, format: "XLSX", members: 2 } },
    { action: "weekReview.export", after: { memberId: officer.memberId, week, format: "DOCX", revision: 2 } },
  ]);
});

test("all of a station's members stand in one file, a sheet for each, for who reviews them", async () => {
  const { chief, officer, stationId, bureau } = ground;
  const twice = await field(bureau, stationId, { name: "同名" });
  await field(bureau, stationId, { name: "同名" });
  const response = await take(chief, { unitId: stationId, week });
  const names = Object.keys(sheetsIn(response.rawPayload));
  expect(names).toHaveLength(4);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
  expect((await take(officer, { unitId: stationId, week })).json()).toMatchObject({
    errors: [{ extensions: { code: "FORBIDDEN" } }],
  });
  expect((await take(twice, { memberId: twice.memberId, week })).statusCode).toBe(200);
});

test("another bureau's week is not there, nor a revision of another week; a form of another site is refused", async () => {
  const { chief, officer, colleague, bureau } = ground;
  const code = async (asking: ReturnType<typeof take>) => (await asking).json().errors[0].extensions.code;
  const stranger = (await layLists()).chief;
  goTo("2026-03-10T11:00");
  expect(await code(take(stranger))).toBe("NOT_FOUND");
  expect(await code(take(chief, { ...of(), format: "PDF" }))).toBe("INVALID");
  expect(await code(take(chief, { ...of(), week: "2026-03-03" }))).toBe("INVALID");
  const signed = await reviewed(chief, "signWeek", { memberId: colleague.memberId, week });
  expect(await code(take(chief, { ...of(), reviewId: signed.id }))).toBe("NOT_FOUND");
  const plain = await bureau.app.fastify.inject({
    method: "POST",
    url: "/exports/week",
    headers: officer.headers,
    payload: { ...of(), format: "DOCX" },
  });
  expect(plain.json()).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
});
