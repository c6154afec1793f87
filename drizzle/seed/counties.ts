import { readFileSync } from "node:fs";

export interface Committee {
  code: string;
  /** As the statistical list writes it: 石门郭村民委员会. */
  name: string;
  /** As people say it: 石门郭村. */
  shortName: string;
  kind: "VILLAGE" | "COMMUNITY";
}

export interface Township {
  code: string;
  name: string;
  committees: Committee[];
}

export function townshipsOf(countyCode: string): Township[] {
  const [, ...lines] = readFileSync(new URL("data/divisions.csv", import.meta.url), "utf8")
    .trim()
    .split(/\r?\n/);
  const townships = new Map<string, Township>();
  for (const line of lines) {
    const [code = "", name = "", townshipCode = "", townshipName = "", county] = line.split(",");
    if (county !== countyCode) continue;
    const township = townships.get(townshipCode) ?? { code: townshipCode, name: townshipName, committees: [] };
    townships.set(townshipCode, township);
    township.committees.push(committeeOf(code, name));
  }
  return [...townships.values()];
}

export function townshipIn(townships: Township[], name: string): Township {
  const found = townships.find((township) => township.name === name);
  if (!found) throw new Error(`no township ${name} in divisions.csv`);
  return found;
}

function committeeOf(code: string, name: string): Committee {
  const committee = Number(code.slice(-3));
  const isCommunity = committee < 200 || (committee >= 400 && committee < 500);
  return {
    code,
    name,
    kind: isCommunity ? "COMMUNITY" : "VILLAGE",
    shortName: isCommunity ? communityName(name) : villageName(name),
  };
}

const communityName = (name: string) => name.replace(/居(民委员|委)会$/, "");

/** 尚东村村民委员会 is 尚东村, and so is 尚东村民委员会. */
const villageName = (name: string) => `${name.replace(/村(民委员|委)会$/, "").replace(/村$/, "")}村`;

/** 解州镇 is policed by 解州派出所. */
export const placeOf = (township: Township) => township.name.replace(/(街道|镇|乡)$/, "");
