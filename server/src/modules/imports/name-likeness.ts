import { syllablesOf } from "#kernel/pinyin";
import { keyOfName } from "#kernel/written";

const inBrackets = /\([^()]*\)/g;
const bureauPart = /^.*(公安局|分局)/;
const kindOfPlace = /(派出所|公安所|所)$/;
const kindOfTownship = /(街道办事处|街道|镇|乡)$/;

/** A name as it is within its bureau: 盐湖分局解州派出所 is 解州派出所 to 运城市公安局盐湖分局. */
export function withinBureau(name: string, bureauName: string): string {
  const [key, bureau] = [keyOfName(name), keyOfName(bureauName)];
  const above = bureauPart.exec(key)?.[0] ?? "";
  return above && above !== key && bureau.endsWith(above) ? key.slice(above.length) : key;
}

/** What two names have in common that may mean one place: the place alone, without who it belongs to and what it is. */
function stemOf(name: string): string {
  const bare = keyOfName(name).replace(inBrackets, "").replace(bureauPart, "").replace(kindOfPlace, "");
  const place = bare.replace(kindOfTownship, "");
  return place.length > 1 ? place : bare;
}

/** Names of one sound are written alike, or sound alike: 解州所, 解洲派出所, 解州派出所（城区）. */
export function soundOf(name: string): string {
  const stem = stemOf(name);
  return stem.length > 1 ? syllablesOf(stem) : stem;
}
