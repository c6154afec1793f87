import { describe, expect, test } from "vitest";
import { unfoldPeople } from "./unfold.ts";

const sheet = (titles: string[], groups: string[], ...rows: string[][]) =>
  unfoldPeople({ titles, groups, rows: rows.map((cells, index) => ({ number: index + 2, cells })) });
const cellsOf = ({ rows }: ReturnType<typeof sheet>) => rows.map(({ number, cells }) => [number, ...cells]);

describe("people in columns", () => {
  test("are known by duties in their titles, in one line", () => {
    const unfolded = sheet(
      ["网格编码", "民警姓名", "民警警号", "民警电话", "辅警", "治保主任"],
      [],
      ["QY-0001", "示例甲", "001", "139", "示例乙", "示例丙"],
      ["QY-0002", "示例甲", "001", "139", "/", "空缺"],
    );
    expect(unfolded.titles).toEqual(["网格编码", "姓名", "警号/编号", "电话", "职务"]);
    expect(cellsOf(unfolded)).toEqual([
      [2, "QY-0001", "示例甲", "001", "139", "民警"],
      [2, "QY-0001", "示例乙", "", "", "辅警"],
      [2, "QY-0001", "示例丙", "", "", "治保主任"],
      [3, "QY-0002", "示例甲", "001", "139", "民警"],
    ]);
    expect(unfolded.notes).toEqual([{ code: "NOTE_PEOPLE_IN_COLUMNS", params: { duties: "民警、辅警、治保主任" } }]);
  });

  test("may be several of one duty: by number, by titles that come again, or within a cell", () => {
    const numbered = sheet(
      ["网格", "辅警1", "辅警1电话", "辅警2", "辅警2电话"],
      [],
      ["甲村", "示例甲", "1", "示例乙", "2"],
    );
    expect(cellsOf(numbered)).toEqual([
      [2, "甲村", "示例甲", "1", "辅警"],
      [2, "甲村", "示例乙", "2", "辅警"],
    ]);
    const again = sheet(
      ["网格", "姓名", "联系电话", "姓名", "联系电话"],
      ["", "驻村辅警", "驻村辅警", "驻村辅警", "驻村辅警"],
      ["甲村", "示例甲", "1", "示例乙", "2"],
    );
    expect(cellsOf(again)).toEqual([
      [2, "甲村", "示例甲", "1", "驻村辅警"],
      [2, "甲村", "示例乙", "2", "驻村辅警"],
    ]);
    const within = sheet(
      ["网格", "辅警姓名", "辅警电话"],
      [],
      ["甲村", "示例甲、示例乙", "1、2"],
      ["乙村", "示例甲、示例乙", "1"],
    );
    expect(cellsOf(within)).toEqual([
      [2, "甲村", "示例甲", "1", "辅警"],
      [2, "甲村", "示例乙", "2", "辅警"],
      [3, "乙村", "示例甲、示例乙", "1", "辅警"],
    ]);
  });

  test("are none where a row is a person, or says its duty", () => {
    for (const titles of [
      ["姓名", "责任民警", "网格"],
      ["姓名", "辅警编号", "单位"],
      ["民警姓名", "职务", "网格"],
    ])
      expect(sheet(titles, [], ["甲", "乙", "丙"])).toMatchObject({ titles, notes: [] });
  });
});
