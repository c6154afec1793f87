import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { type Fragment, type Parameter, raw, sql } from "./fragment.ts";
import type { Path } from "./located.ts";
import type { CallerShape, Reading } from "./reading.ts";
import { type ColumnReference, type Relation, under } from "./relation.ts";
import type { Selections } from "./selection.ts";
import type { Shared } from "./shared.ts";
import type { Sourced, TypeSource } from "./sources.ts";

/** A field whose arguments are coerced anew each time the plan runs. */
export interface ArgumentSlot {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  path: Path;
}

export interface Compilation extends Selections {
  caller: CallerShape;
  slots: ArgumentSlot[];
  /** Of the field that is being compiled. */
  path: string[];
  heavy: boolean;
  /** graphql-js goes through the answer, and asks a row of an interface for its type. */
  isWalked: boolean;
  nextAlias: () => string;
  /** By alias: what the rows under it have been held to. */
  heldTo: Map<string, TypeSource>;
  share: Shared["share"];
  object: (type: GraphQLObjectType, sets: readonly SelectionSetNode[], scope: Scope) => Compiled;
}

/** A row in scope. Under bounded rows children are read per row; under unbounded ones they are grouped once. */
export interface Scope {
  alias: string;
  bounded: boolean;
  /** The moment asked about above; now where there is none. */
  at?: Parameter;
}

/** JSON text of an object (null where a non-null field found no value) and the joins it needs beside its row. */
export interface Compiled {
  json: Fragment;
  joins: Fragment[];
}

export const sourceOf = (field: GraphQLField<unknown, unknown>) => (field.extensions as Sourced).source;
export const fromOf = (type: GraphQLObjectType): TypeSource | undefined => (type.extensions as Sourced).from;

/**
 * What every use of a relation is held to: the caller's bureau, and what the type lets the caller see. Under a row that is held to the
 * sight that decides about this one too, it is enough that it hangs on it.
 */
export function conditions(
  c: Pick<Compilation, "heldTo">,
  from: TypeSource,
  alias: string,
  reading: Reading,
  above?: string,
): Fragment[] {
  c.heldTo.set(alias, from);
  const visible = hangsOn(c, from, alias, above) ?? from.visible(alias, reading);
  const bound = boundTo(from, alias, reading);
  if (visible.parts.length !== 1 || visible.parts[0] !== "true") bound.push(visible);
  return bound.length > 0 ? bound : [raw("true")];
}

/** Of rows that are known to be in the caller's sight. */
export function conditionsOfSeen(
  c: Pick<Compilation, "heldTo">,
  from: TypeSource,
  alias: string,
  reading: Reading,
): Fragment[] {
  c.heldTo.set(alias, from);
  const bound = boundTo(from, alias, reading);
  return bound.length > 0 ? bound : [raw("true")];
}

const boundTo = ({ relation }: TypeSource, alias: string, reading: Reading): Fragment[] =>
  relation.isTable ? [sql`${raw(alias)}.bureau_id = ${reading.bureau}`] : [];

function hangsOn(
  c: Pick<Compilation, "heldTo">,
  { seenWith }: TypeSource,
  alias: string,
  above: string | undefined,
): Fragment | undefined {
  const held = above === undefined ? undefined : c.heldTo.get(above);
  if (above === undefined || !held || held.rule !== seenWith?.rule) return undefined;
  return sql`${seenWith.key(alias)} = ${under(above, idOf(held.relation))}`;
}

export const rowsAs = (type: GraphQLObjectType, alias: string, reading: Reading): Fragment =>
  rowsOf(fromRequired(type), alias, reading);

export const rowsOf = ({ relation }: TypeSource, alias: string, reading: Reading): Fragment =>
  sql`${relation.source(reading)} ${raw(alias)}`;

export function fromRequired(type: GraphQLObjectType): TypeSource {
  const from = fromOf(type);
  if (!from) throw new Error(`The type ${type.name} declares no rows.`);
  return from;
}

export function objectTypeOf(field: Pick<GraphQLField<unknown, unknown>, "type" | "name">): GraphQLObjectType {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`The field ${field.name} gives no object.`);
  return type;
}

export function idOf(relation: Relation): ColumnReference {
  const id = relation.columns["id"] ?? relation.columns["bureauId"];
  if (!id) throw new Error(`The rows ${relation.name} have no id.`);
  return id;
}
