import { titleKey } from "./column.ts";
import type { SheetRow } from "./raw-sheet.ts";
import { placesNamed, type SheetNote } from "./sheet-note.ts";

interface Titled {
  titles: string[];
  groups: string[];
  rows: SheetRow[];
}

/** Whoever a matter is about: people are served, not registered. */
const people =
  /^(第?[一二三四])?(申请人|被申请人|当事人|双方当事人|当事人双方|纠纷当事人|纠纷双方|甲方|乙方|丙方|丁方|原告|被告|上访人|信访人|反映人|诉求人|来访人|报警人|举报人|投诉人|求助人|受害人|嫌疑人|涉事人|涉及人|相关人|参与人|参与人员|涉及人员|重点人|重点人员|走访对象|受访人|被走访人|户主|户主姓名|家庭成员|居民|居民姓名|群众姓名|业主|租户|房东|承租人|整改责任人|隐患责任人|法人|法人代表|法定代表人|负责人|单位负责人|联系人|petitioner|applicant|respondent|party[a-d]?|householder|tenant)(及|和)?(姓名|名称|信息|情况|基本情况|基本信息)?$/;

/** What is told of a person, whoever it is. */
const personal =
  /(身份证|证件)(号|号码)?$|^(姓名|名字|性别|年龄|民族|出生日期|出生年月|籍贯|户籍|户籍地|户籍地址|户籍所在地|户号|门牌号|家庭住址|家庭地址|住址|现住址|居住地址|现居住地|文化程度|婚姻状况|职业|工作单位|政治面貌|信仰|宗教信仰|人数|name|sex|gender|age|address|idnumber|identitynumber)$/;

const telephones = /(电话|手机|手机号|手机号码|联系方式|联系电话|电话号码|phone|telephone|mobile|contact)$/;

/** Staff stand in ledgers with their names, which may be looked for; their telephones may not. */
const staffs = /民警|辅警|承办人|登记人|填报人|上报人|调解员|网格员|包案|包联|首接/;

export function isOfPerson(title: string, group: string): boolean {
  const [own, over] = [titleKey(title), titleKey(group)];
  if (own === "" && over === "") return false;
  if (telephones.test(own) || personal.test(own)) return !(staffs.test(own) || (staffs.test(over) && own === "姓名"));
  return people.test(own) || (people.test(over) && !staffs.test(over));
}

/**
 * A ledger without the columns of the people it is about: they are read by nothing, kept nowhere and shown to nobody from then on. Which
 * they were is told.
 */
export function dropPeople({ titles, groups, rows }: Titled): Titled & { notes: SheetNote[] } {
  const named = (column: number) =>
    groups[column] && groups[column] !== titles[column] ? `${groups[column]}·${titles[column]}` : titles[column]!;
  const columns = titles.map((_, column) => column);
  const dropped = columns.filter((column) => isOfPerson(titles[column]!, groups[column] ?? ""));
  if (dropped.length === 0) return { titles, groups, rows, notes: [] };
  const kept = columns.filter((column) => !dropped.includes(column));
  return {
    titles: kept.map((column) => titles[column]!),
    groups: kept.map((column) => groups[column] ?? ""),
    rows: rows.map((row) => without(row, kept)),
    notes: [{ code: "NOTE_PEOPLE_DROPPED", params: placesNamed(dropped.map(named), dropped.length) }],
  };
}

function without({ number, cells, faults }: SheetRow, kept: number[]): SheetRow {
  const moved = kept.flatMap((column, index) => (faults?.[column] ? [[index, faults[column]] as const] : []));
  return {
    number,
    cells: kept.map((column) => cells[column] ?? ""),
    ...(moved.length > 0 && { faults: Object.fromEntries(moved) }),
  };
}
