import type { GroundDivision } from "./ground.ts";

export interface NewDivision {
  id: string;
  parentId: string | null;
  code: string;
  name: string;
  kind: "COUNTY" | "TOWNSHIP" | "VILLAGE" | "COMMUNITY";
}

/** The divisions there are and those an import adds, by code. */
export interface DivisionBook {
  find(code: string): GroundDivision | undefined;
  add(division: Omit<NewDivision, "id">): string;
  created: NewDivision[];
  /** The name of a county that is not there yet. */
  countyName(code: string): string;
}

export function divisionBook(
  divisions: readonly GroundDivision[],
  countyName: DivisionBook["countyName"],
  newId: () => string,
): DivisionBook {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const created: NewDivision[] = [];
  return {
    find: (code) => byCode.get(code),
    created,
    countyName,
    add(division) {
      const added = { id: newId(), ...division };
      created.push(added);
      byCode.set(added.code, { ...added, closedOn: null });
      return added.id;
    },
  };
}

interface Committee {
  code: string;
  name: string;
  kind: "VILLAGE" | "COMMUNITY";
  townshipName?: string;
}

/** Adds a committee with the township and county above it, where they are missing; a part without a name bears its code. */
export function addDivision(book: DivisionBook, { code, name, kind, townshipName }: Committee): string {
  const [county, township] = [code.slice(0, 6), code.slice(0, 9)];
  const countyId =
    book.find(county)?.id ?? book.add({ parentId: null, code: county, name: book.countyName(county), kind: "COUNTY" });
  const townshipId =
    book.find(township)?.id ??
    book.add({ parentId: countyId, code: township, name: townshipName ?? township, kind: "TOWNSHIP" });
  return book.add({ parentId: townshipId, code, name, kind });
}

/** A bureau coded by its county is named after it: 舞钢市公安局, 运城市公安局盐湖分局. */
export const countyNameOf = (bureau: { code: string; name: string }) => (code: string) => {
  if (bureau.code !== code) return code;
  const county = /^(.+)公安局$/.exec(bureau.name)?.[1];
  const district = /公安局(.+)分局$/.exec(bureau.name)?.[1];
  return county ?? (district ? `${district}区` : code);
};
