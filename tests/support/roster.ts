import { wugangStrength, type Post } from "@maple-bridge/drizzle/seed";

export { closedGridCode } from "@maple-bridge/drizzle/seed";

export interface Roster {
  columns: string[];
  rows: string[][];
}

/** An error planted in a cell; `row` counts as a spreadsheet does, the titles being row 1. */
export interface PlantedError {
  row: number;
  column: string;
  value: string;
}

const columns = ["警号/编号", "姓名", "人员类别", "所属单位", "电话", "网格编码", "职务", "起始日期"];

const words = {
  officers: ["民警", "责任民警"],
  auxiliaries: ["辅警", "驻村辅警"],
  mediators: ["调解员", "调解员"],
  securityDirectors: ["治保主任", "治保主任"],
} as const;

/** The 687 invented members of 舞钢 with their seats at the 219 open grids, a row each, as a station's clerk would type them. */
export function wugangRoster(from = "2024-03-01"): Roster {
  const groups = Object.keys(words) as (keyof typeof words)[];
  const rows = wugangStrength().flatMap((station) =>
    groups.flatMap((group) =>
      station[group].map((post, index) =>
        rowOf(post, words[group], `${station.place}派出所`, dateStyles[index % 3]!(from)),
      ),
    ),
  );
  return { columns, rows };
}

function rowOf({ person, committees }: Post, [kind, duty]: readonly [string, string], unit: string, from: string) {
  const codes = committees.map(({ code }) => code).join("、");
  return [person.badge, person.name, kind, unit, person.phone, codes, duty, from];
}

/** Clerks write dates each in their own way. */
const dateStyles: ((day: string) => string)[] = [
  (day) => day,
  (day) => day.split("-").map(Number).join("."),
  (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日"),
];

/** The same roster with the mistakes people make; `planted` says where. */
export function withErrors(roster: Roster): Roster & { planted: PlantedError[] } {
  const rows = roster.rows.map((row) => [...row]);
  const mistakes: [index: number, column: string, value: string][] = [
    [5, "网格编码", "410481100299"],
    [60, "警号/编号", rows[59]![0]!],
    [120, "人员类别", "联防队员"],
    [200, "起始日期", "2024-02-30"],
    [300, "姓名", `${rows[300]![1]}${identityNumber("99999919900101001")}`],
    [450, "姓名", ""],
  ];
  const planted = mistakes.map(([index, column, value]) => {
    rows[index]![roster.columns.indexOf(column)] = value;
    return { row: index + 2, column, value };
  });
  return { columns: roster.columns, rows, planted };
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** With its check digit; no place has the code 999999, so it is nobody's. */
function identityNumber(digits: string) {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + "10X98765432"[sum % 11];
}
