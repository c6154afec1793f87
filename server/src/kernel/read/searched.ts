import { type Fragment, join, literal, type Parameter, sql } from "./fragment.ts";

/** Marks of full width that a name may hold, and blanks that older names may; `asSearched` has them this way already. */
const from = "（），：；！？．／－ \u00A0\u3000\u200B\u200C\u200D\u200E\u200F\u202A\u202C\u202D\u2060\uFEFF";
const to = "(),:;!?./-";

/** What is looked in, in the form of what is looked for. */
const searchable = (text: Fragment) => sql`translate(lower(${text}), ${literal(from)}, ${literal(to)})`;

interface Searched {
  texts: readonly Fragment[];
  initials?: Fragment;
  /** Found by how they begin. */
  codes?: readonly Fragment[];
}

/** The condition of a search: what is pasted finds what it was copied from. */
export function finds(search: Parameter, { texts, initials, codes = [] }: Searched): Fragment {
  const found = [
    ...texts.map((text) => sql`strpos(${searchable(text)}, ${search}) > 0`),
    ...codes.map((code) => sql`starts_with(lower(${code}), ${search})`),
    ...(initials ? [sql`strpos(${initials}, ${search}) > 0`] : []),
  ];
  return sql`(${join(found, " or ")})`;
}
