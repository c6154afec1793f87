import { expect, test } from "vitest";
import { mergedWorkbook, workbookOf } from "../../support/workbook.ts";
import { countOf, errorsOf } from "./importing.ts";
import { bring, bringAll, layLedgers } from "./ledgers.ts";

const catalogue = `query ($unitId: ID) { dutyCatalogue(unitId: $unitId) { duty unitKind code title text revision station { id } } }`;

test("a list of duties comes into the catalogue, merged posts and all; what says the same already is left as it is", async () => {
  const { bureau, stationId } = await layLedgers();
  const list = (text: string) =>
    mergedWorkbook(
      [
        ["示例派出所岗位职责清单（虚构）", "", "", ""],
        ["序号", "岗位", "工作职责", "具体内容"],
        ["1", "驻村辅警", "法律政策宣传", text],
        ["2", "", "矛盾纠纷调解", ""],
        ["3", "综合指挥室", "勤务指挥调度", ""],
      ],
      ["A1:D1", "B3:B4"],
    );
  const first = await bringAll(bureau, "DUTY_LINES", list("每月一次"), { stationId });
  expect(first).toMatchObject({ status: "WRITTEN", summary: { dutyLinesSet: 3, dutyLinesUnchanged: 0 } });
  const again = await bringAll(bureau, "DUTY_LINES", list("每月两次"), { stationId });
  expect(again).toMatchObject({ summary: { dutyLinesSet: 1, dutyLinesUnchanged: 2 } });
  const { dutyCatalogue } = await bureau.administrator.run(catalogue, { unitId: stationId });
  expect(dutyCatalogue).toHaveLength(3);
  expect(dutyCatalogue).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ duty: "AUXILIARY", title: "法律政策宣传", text: "每月两次", revision: 2 }),
      expect.objectContaining({ unitKind: "COMMAND_ROOM", title: "勤务指挥调度", revision: 1 }),
    ]),
  );
  expect(await countOf(bureau, "duty_lines")).toBe(4);
});

test("checklists come in as drafts, each under its name, and not a second time", async () => {
  const { bureau, stationId } = await layLedgers();
  const bytes = workbookOf([
    ["检查表", "检查内容", "填写方式", "可选项", "是否必填"],
    ["消防检查（虚构）", "灭火器在位", "", "", ""],
    ["消防检查（虚构）", "隐患数", "计数", "", "是"],
    ["巡逻（虚构）", "巡逻情况", "选项", "正常/异常", "否"],
  ]);
  const run = await bringAll(bureau, "CHECKLISTS", bytes, { stationId });
  expect(run).toMatchObject({ status: "WRITTEN", summary: { checklistsDrafted: 2, checklistItems: 3 } });
  const { checklistTemplates } = await bureau.administrator.run(
    `query { checklistTemplates(orderBy: NAME, first: 10) { nodes { name versions { state items { code wording evidence choices isRequired } } } } }`,
  );
  expect(checklistTemplates.nodes).toHaveLength(2);
  expect(checklistTemplates.nodes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        name: "消防检查（虚构）",
        versions: [
          {
            state: "DRAFT",
            items: [
              {
                code: "ITEM_1",
                wording: "灭火器在位",
                evidence: "CHOICE",
                choices: ["符合", "不符合"],
                isRequired: true,
              },
              { code: "ITEM_2", wording: "隐患数", evidence: "COUNT", choices: null, isRequired: true },
            ],
          },
        ],
      }),
    ]),
  );
  const twice = await bring(bureau, "CHECKLISTS", bytes, { stationId });
  expect(errorsOf(twice).map(([, column, , code]) => [column, code])).toEqual(
    Array.from({ length: 3 }, () => ["检查表", "ROW_CHECKLIST_THERE"]),
  );
});

test("what is wrong with a list of duties, or with items, is told by row and column", async () => {
  const { bureau } = await layLedgers();
  const duties = workbookOf([
    ["岗位", "网格类型", "职责"],
    ["门卫", "", "值守"],
    ["派出所", "村", "巡逻"],
    ["调解员", "", "调解"],
    ["调解员", "", "调解"],
  ]);
  expect(errorsOf(await bring(bureau, "DUTY_LINES", duties))).toEqual([
    [2, "岗位", "门卫", "UNKNOWN_WORD"],
    [3, "网格类型", "村", "ROW_GRID_KIND_OF_UNIT"],
    [5, "职责", "调解", "ROW_LEDGER_TWICE"],
  ]);
  const items = workbookOf([
    ["检查内容", "选项"],
    ["门锁", "好"],
  ]);
  expect(errorsOf(await bring(bureau, "CHECKLISTS", items))).toEqual([[2, "选项", "好", "ROW_CHOICES"]]);
});
