import type { GraphQLInputObjectType } from "graphql";
import { dayOf } from "../day.ts";
import { isId } from "../ids.ts";
import type { ColumnReference } from "./relation.ts";
import { textKindOf } from "../text-kinds.ts";
import type { Path } from "./located.ts";
import { type Fragment, parameter, type Parameter, raw, type ReadEnvironment, sql } from "./fragment.ts";

/** How far a set of roles reaches: the whole bureau, some of its units, or nothing. */
export type Reach = "all" | "some" | "none";

/** What a statement's text may depend on about who asks; two callers of one shape share a plan. */
export interface CallerShape {
  readonly key: string;
  /** Over which units the caller has one of these roles; without roles, any role. */
  reach(roles?: readonly string[]): Reach;
  readonly mayWrite: boolean;
}

/** What a source may ask of the read that it is compiled into. */
export interface Reading {
  readonly bureau: Parameter;
  readonly account: Parameter;
  /** The session or token that the caller came with. */
  readonly via: Parameter;
  /** The caller's language, for texts that are stored in each. */
  readonly locale: Parameter;
  readonly now: Parameter;
  /** The moment asked about: the `at` or `day` argument of the field, or of the nearest one above that has it; else now. */
  readonly at: Parameter;
  readonly caller: CallerShape;
  /** The type of the field's `filter`, where it has one. */
  readonly filter?: GraphQLInputObjectType;
  /** The argument at `path` ("filter.search") as a parameter of the SQL type; undefined when absent or null. */
  arg(path: string, type: string): Parameter | undefined;
  /** A Boolean or enum argument's value: part of what plan is chosen, so the text may depend on it. */
  choice(path: string): unknown;
  /** Of a list that is read per row: what the parent has in common with each of its rows in this column, by which a query may begin. */
  given?(column: ColumnReference): Fragment | undefined;
  /** Rows are read by their keys, a few; else all of the bureau's at once. */
  readonly isBounded: boolean;
  /** What to take the rows of a query from that asks nothing of the rows around it: of many, worked out once for a statement. */
  share(rows: Fragment): Fragment;
  /** The same of a few rows, where all of the bureau's are needed nevertheless. */
  shareWhole(rows: Fragment): Fragment;
  /** The same of few rows that do not depend on what is read, as the caller's seats: worked out once, however little is read. */
  shareFew(rows: Fragment): Fragment;
}

/** The bureau of who asks. */
export const ofBureau = parameter("bureau", "uuid", (environment) => environment.bureauId);
const account = parameter("account", "uuid", (environment) => environment.accountId);
const via = parameter("via", "uuid", (environment) => environment.viaId ?? null);
const locale = parameter("locale", "text", (environment) => environment.locale ?? "zh-CN");
const now = parameter("now", "timestamptz", (environment) => environment.now);

interface Compiling extends Partial<Pick<Reading, "isBounded" | "share" | "shareWhole" | "shareFew" | "filter">> {
  /** The moment that is asked about above the field. */
  above?: Parameter;
  /** The variables that arguments are given by. */
  variables?: ReadonlyMap<string, string>;
  /** Of the field that has the arguments. */
  path?: Path;
}

const inPlace = (rows: Fragment) => sql`(${rows})`;

export function readingOf(
  caller: CallerShape,
  args: Record<string, unknown>,
  slot: number,
  {
    isBounded = true,
    share = inPlace,
    shareWhole = inPlace,
    shareFew = inPlace,
    variables,
    path: ofField,
    above = now,
    filter,
  }: Compiling = {},
): Reading {
  const arg: Reading["arg"] = (path, type) => {
    const value = valueAt(args, path);
    if (value === undefined || value === null) return undefined;
    const variable = variables?.get(path);
    return {
      ...parameter(`${slot}.${path}:${type}`, type, (environment: ReadEnvironment) =>
        bindable(valueAt(environment.args[slot], path), type),
      ),
      path: ofField,
      // One variable may be read in two ways: as a code here, as what is searched there.
      ...(variable && { origin: `${variable}:${type}:${textKindOf(path.slice(path.lastIndexOf(".") + 1)) ?? ""}` }),
    };
  };
  return {
    bureau: ofBureau,
    account,
    via,
    locale,
    now,
    at: arg("at", "timestamptz") ?? momentOf(arg("day", "date")) ?? above,
    caller,
    filter,
    isBounded,
    share,
    shareWhole,
    shareFew,
    choice: (path) => valueAt(args, path),
    arg,
  };
}

/** A day is asked about by its noon, today by now. */
function momentOf(day: Parameter | undefined): Parameter | undefined {
  if (!day) return undefined;
  return {
    ...parameter(`${day.key}:moment`, "timestamptz", (environment) => {
      const asked = String(day.value(environment));
      return asked === dayOf(new Date(environment.now)) ? environment.now : `${asked}T12:00:00+08:00`;
    }),
    path: day.path,
    ...(day.origin && { origin: `${day.origin}:moment` }),
  };
}

/** Whether what is asked about is the moment of reading itself. */
export const isNow = (reading: Reading) => reading.at.key === reading.now.key;

export const everything = raw("true");
export const nothing = raw("false");

/** Rows whose unit lies where the caller has one of the roles (any role when none are named). */
export function inReach(reading: Reading, unitId: Fragment, roles?: readonly string[]): Fragment {
  const reach = reading.caller.reach(roles);
  if (reach !== "some") return reach === "all" ? everything : nothing;
  const key = scopeKey(roles);
  return sql`${unitId} = any(${parameter(`scope:${key}`, "uuid[]", (environment) => arrayLiteral(environment.scope(key)))})`;
}

/** PostgreSQL's text form of an array. */
export const arrayLiteral = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

export const anyRole = "any";
const scopeKey = (roles?: readonly string[]) => (roles ? [...roles].sort().join("+") : anyRole);

function valueAt(args: Record<string, unknown> | undefined, path: string): unknown {
  let value: unknown = args;
  for (const key of path.split(".")) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const isStorable = (text: string) => !text.includes("\0");

/** An id that is none finds nothing, like one that is another bureau's; so does a text that the database cannot hold. */
function bindable(value: unknown, type: string): unknown {
  if (type === "uuid") return isId(value) ? value : null;
  if (type === "uuid[]") return arrayLiteral((value as unknown[]).filter(isId));
  if (Array.isArray(value)) return arrayLiteral(value.map(String).filter(isStorable));
  if (typeof value === "string") return isStorable(value) ? value : null;
  return value instanceof Date ? value.toISOString() : value;
}

/** The same reading, of all the bureau however few rows are asked for: what it counts is worked out once. */
export const wholly = (reading: Reading): Reading => ({ ...reading, isBounded: false, share: reading.shareWhole });
