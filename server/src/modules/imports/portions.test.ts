import fc from "fast-check";
import { expect, test } from "vitest";
import { collectPortions, filePortion, portionsOf, rowsIn } from "./portions.ts";
import { openFile, planFile } from "./sheet-tasks.ts";

test("a file is the same in portions, in whatever chunks it comes", () => {
  const chunk = fc.uint8Array({ maxLength: 3 * filePortion, size: "max" });
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 4 }), (chunks) => {
      const file = collectPortions();
      for (const each of chunks) file.add(each);
      const portions = file.collected();
      expect(Buffer.concat(portions).equals(Buffer.concat(chunks))).toBe(true);
      expect(portions.slice(0, -1).every(({ length }) => length === filePortion)).toBe(true);
      for (const { buffer, length } of portions) expect([buffer.byteLength, length > 0]).toEqual([length, true]);
    }),
    { numRuns: 30 },
  );
});

const units = [{ id: "root", parentId: null, kind: "BUREAU", name: "测试公安局", code: null, closedOn: null }];
const bureau = { code: "t", name: "测试公安局", rootId: "root" };
const options = { openedOn: "2024-01-01", createStations: true, createDivisions: true };

function fileOf(rows: number, kind: string) {
  const lines = Array.from(
    { length: rows },
    (_, at) => `QY-${String(at).padStart(6, "0")},企业${at},${kind},第${at}派出所`,
  );
  const file = collectPortions();
  file.add(Buffer.from(["网格编码,网格名称,网格类型,派出所", ...lines].join("\n")));
  return { portions: file.collected(), fileName: "a.csv" };
}

/** What is copied for the loop that answers requests; portions are given over. */
const copied = (answer: object) =>
  JSON.stringify(answer, (_key, value: unknown) => (value instanceof Uint8Array ? undefined : value)).length;

const plan = (rows: number, kind: string) => {
  const ground = { bureau, today: "2026-11-22", units: portionsOf(units), grids: [], divisions: [] };
  const { head, portions } = openFile({ file: fileOf(rows, kind), kind: "GRIDS" });
  const file = portions.map(({ portion }) => portion);
  return planFile({ file, kind: "GRIDS", mapping: head.mapping, options, ground, fileName: "a.xlsx" });
};

test.each([
  ["rows to write", "企业"],
  ["errors", "没有"],
])("what the thread answers of a file with many %s stands in portions, none of which is large", (_many, kind) => {
  const planned = plan(6_000, kind);
  const lists = [planned.errors.portions, ...planned.parts.map(({ portions }) => portions)];
  expect(lists.flatMap(rowsIn).length).toBeGreaterThanOrEqual(6_000);
  for (const portion of lists.flat()) expect(portion.length).toBeLessThan(200_000);
  expect(copied({ ...planned, parts: [], errors: planned.errors.count })).toBeLessThan(2_000);
  expect(copied(openFile({ file: fileOf(6_000, kind), kind: "GRIDS" }))).toBeLessThan(10_000);
});
