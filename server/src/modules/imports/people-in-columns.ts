import { fieldOf } from "./columns.ts";
import { titleKey } from "./column.ts";
import { memberColumns } from "./member-columns.ts";
import { dutyWords } from "./words.ts";

/** Where what is told of one person of a row stands. */
export interface PersonColumns {
  /** As the file calls it. */
  duty: string;
  /** Columns by field, or by title where no field is known by it. */
  columns: Map<string, number>;
}

interface Titled {
  titles: string[];
  groups: string[];
}

const isDuty = (text: string) => "value" in memberColumns.duty.parse(text);

/** 驻村辅警 before 辅警: the longest is what is meant. */
const dutyKeys = Object.values(dutyWords)
  .flat()
  .map((word) => ({ word, key: titleKey(word) }))
  .toSorted((one, other) => other.key.length - one.key.length);

const ordinal = /^(第?[一二三四五六1-6])/;

/** 责任民警, 民警姓名, 辅警2电话: a duty, which of its holders, and what is told of them. */
function ofOneLine(title: string): { duty: string; which: string; field: string } | undefined {
  const key = titleKey(title);
  const duty = dutyKeys.find((each) => key.startsWith(each.key));
  if (!duty) return undefined;
  const rest = key.slice(duty.key.length);
  const [which = ""] = ordinal.exec(rest) ?? [];
  const told = rest.slice(which.length);
  const field = told === "" ? "name" : fieldOf("MEMBERS", told);
  return field && ofPerson.has(field) ? { duty: duty.word, which, field } : undefined;
}

const ofPerson: ReadonlySet<string> = new Set(["name", "badge", "phone", "from", "to", "concurrentPost"]);

/**
 * The people of a row that stand side by side: under the names of their duties, or in columns that bear these in their titles. None
 * where the sheet has a column of duties, or one of names: there a row is a person.
 */
export function peopleInColumns({ titles, groups }: Titled): PersonColumns[] {
  if (titles.some((title) => fieldOf("MEMBERS", title) === "duty")) return [];
  const people = new Map<string, PersonColumns>();
  titles.forEach((title, column) => {
    const group = groups[column] ?? "";
    const isGrouped = group !== "" && isDuty(group);
    const told = isGrouped ? { duty: group, which: "", field: keyIn(title) } : ofOneLine(title);
    if (told) personFor(people, told).columns.set(told.field, column);
  });
  const named = [...people.values()].filter(({ columns }) => columns.has("name"));
  const folded = new Set(named.flatMap(({ columns }) => [...columns.values()]));
  const isRowOfOne = titles.some((title, column) => !folded.has(column) && fieldOf("MEMBERS", title) === "name");
  return isRowOfOne ? [] : named;
}

const keyIn = (title: string) => fieldOf("MEMBERS", title) ?? titleKey(title);

/** The next holder of the duty where this is told of the last one already. */
function personFor(
  people: Map<string, PersonColumns>,
  { duty, which, field }: { duty: string; which: string; field: string },
) {
  for (let number = 1; ; number += 1) {
    const key = `${duty} ${which} ${number}`;
    const person = people.get(key) ?? { duty, columns: new Map<string, number>() };
    if (person.columns.has(field)) continue;
    people.set(key, person);
    return person;
  }
}
