import { readFileSync } from "node:fs";

/** Files as bureaus bring them on their first day, of a county's real places and of people who are invented. */
export interface FirstDay {
  grids: Layout;
  members: Layout;
  /** People on a seat, and seats, that come in. */
  people: number;
  seats: number;
}

export interface Layout {
  rows: string[][];
  merged: string[];
}

interface Place {
  code: string;
  name: string;
  township: string;
  station: string;
}

interface Station {
  name: string;
  places: Place[];
  officers: Person[];
  auxiliaries: Person[];
}

interface Person {
  name: string;
  badge: string;
  phone: string;
  places: Place[];
}

const divisionsFile = new URL("../../drizzle/seed/data/divisions.csv", import.meta.url);

function placesOf(county: string): Place[] {
  const [, ...lines] = readFileSync(divisionsFile, "utf8").trim().split("\n");
  return lines
    .map((line) => line.split(","))
    .filter((cells) => cells[4] === county)
    .map(([code = "", name = "", , township = ""]) => ({ code, name, township, station: stationOf(township) }));
}

const stationOf = (township: string) => `${township.replace(/(街道办事处|街道|镇|乡)$/, "")}派出所`;

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜".split("");
const given = "示例甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".split("");

/** No two have the same name. */
const nameOf = (number: number) =>
  surnames[number % surnames.length]! +
  given[Math.floor(number / surnames.length) % given.length]! +
  given[Math.floor(number / surnames.length / given.length) % given.length]!;

/** An officer answers for four places, an auxiliary for two. */
function stationsOf(county: string): Station[] {
  let number = 0;
  const person = (places: Place[]): Person => {
    number += 1;
    const tail = String(number).padStart(4, "0");
    return { name: nameOf(number), badge: `${county.slice(0, 3)}${tail}`, phone: `1390000${tail}`, places };
  };
  const all = placesOf(county);
  return [...new Set(all.map(({ station }) => station))].map((name) => {
    const places = all.filter(({ station }) => station === name);
    return { name, places, officers: inParts(places, 4).map(person), auxiliaries: inParts(places, 2).map(person) };
  });
}

function inParts<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}

const countsOf = ({ code }: Place) => {
  const households = 100 + (Number(code.slice(-3)) % 400);
  return [String(households), String(households * 3)];
};

const sizesOf = (stations: Station[]) => {
  const people = stations.flatMap(({ officers, auxiliaries }) => [...officers, ...auxiliaries]);
  return { people: people.length, seats: people.reduce((sum, { places }) => sum + places.length, 0) };
};

const flat = (rows: string[][]): Layout => ({ rows, merged: [] });

/** One table each, a row a grid and a row a member; nothing says when the grids opened, or of which year the counts are. */
function oneFlatTable(county: string): FirstDay {
  const stations = stationsOf(county);
  const grids = stations.flatMap(({ places }) =>
    places.map((place) => [place.code, place.name, place.township, ...countsOf(place)]),
  );
  const members = stations.flatMap(({ name, officers, auxiliaries }) => [
    ...officers.map((person) => [person.badge, person.name, "民警", name, person.phone, codesOf(person)]),
    ...auxiliaries.map((person) => [person.badge, person.name, "辅警", name, person.phone, codesOf(person)]),
  ]);
  return {
    grids: flat([["村社区代码", "村名称", "乡镇", "户数", "人口数"], ...grids]),
    members: flat([["警号", "姓名", "人员性质", "所在单位", "手机号", "网格编码"], ...members]),
    ...sizesOf(stations),
  };
}

const codesOf = ({ places }: Person) => places.map(({ code }) => code).join("、");

/**
 * With captions, titles in two lines, stations merged over their rows and totals after each; stations go by short names, members have no
 * badges and their grids no codes, and some took up their posts long ago.
 */
function withCaptionsAndTotals(county: string): FirstDay {
  const stations = stationsOf(county);
  const short = (name: string) => name.replace(/派出所$/, "所");
  const grids: string[][] = [
    [`网格基本情况一览表`],
    ["填报单位：综合指挥室", "", "", "", "", "", "2026年11月"],
    ["序号", "派出所", "网格", "", "", "基本情况", ""],
    ["", "", "编码", "名称", "警务室", "户数", "人口"],
  ];
  const merged = ["A1:G1", "A3:A4", "B3:B4", "C3:E3", "F3:G3"];
  let number = 0;
  for (const { name, places } of stations) {
    const first = grids.length + 1;
    places.forEach((place, index) =>
      grids.push([
        String((number += 1)),
        index === 0 ? short(name) : "",
        place.code,
        place.name,
        `${place.township}第${index % 2 === 0 ? "一" : "二"}警务室`,
        ...countsOf(place),
      ]),
    );
    if (places.length > 1) merged.push(`B${first}:B${grids.length}`);
    grids.push(["", "小计", String(places.length), "", "", "", ""]);
  }
  grids.push(["合计", "", String(number), "", "", "", ""], ["填表人：示例甲", "", "", "", "", "", ""]);
  const members = stations.flatMap(({ name, officers, auxiliaries }) => [
    ...officers.map((person, index) => [
      name,
      person.name,
      "社区民警",
      person.phone,
      namesOf(person),
      tookUpOn[index % 3]!,
    ]),
    ...auxiliaries.map((person, index) => [name, person.name, "辅警", "", namesOf(person), tookUpOn[index % 2]!]),
    ["", "小计", String(officers.length + auxiliaries.length), "", "", ""],
  ]);
  return {
    grids: { rows: grids, merged },
    members: {
      rows: [["社区警务人员花名册"], ["单位", "姓名", "岗位", "联系电话", "负责网格", "到岗时间"], ...members],
      merged: ["A1:F1"],
    },
    ...sizesOf(stations),
  };
}

const tookUpOn = ["2025.3.1", "2022年9月15日", "2011-07-01"];
const namesOf = ({ places }: Person) => places.map(({ name }) => name).join("、");

/** One file for both: a row a grid, its people in columns by their duties; auxiliaries have no badges. */
function peopleInColumns(county: string): FirstDay {
  const stations = stationsOf(county);
  const rows = stations.flatMap(({ name, places, officers, auxiliaries }) =>
    places.map((place) => {
      const officer = officers.find((person) => person.places.includes(place))!;
      const auxiliary = auxiliaries.find((person) => person.places.includes(place))!;
      return [
        name,
        place.code,
        place.name,
        officer.name,
        officer.badge,
        officer.phone,
        auxiliary.name,
        auxiliary.phone,
        "空缺",
      ];
    }),
  );
  const titles = [
    ["派出所", "网格编码", "网格名称", "责任民警", "", "", "驻村辅警", "", "治保主任"],
    ["", "", "", "姓名", "警号", "联系电话", "姓名", "联系电话", ""],
  ];
  const file = { rows: [...titles, ...rows], merged: ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1", "I1:I2"] };
  return { grids: file, members: file, ...sizesOf(stations) };
}

export const layouts = { oneFlatTable, withCaptionsAndTotals, peopleInColumns };
