import "reflect-metadata";
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { fromOf, sourceOf } from "./read/compilation.ts";
import { assertFiltersHeard, filterOf } from "./read/conditions.ts";
import { readField } from "./read/execute.ts";
import type { Context } from "./context.ts";
import type { Job } from "./jobs/job.ts";
import { assertKindsKnown, readTexts } from "./text-bounds.ts";
import { nameTexts, type TextNames } from "./text-kinds.ts";
import type { Database } from "./database/database.ts";

export interface Module {
  name: string;
  resolvers: readonly Function[];
  /** The names of its inputs' texts that are its own, by how they are read. */
  texts?: TextNames;
  /** Types that no root field leads to, but `node` may give. */
  types?: readonly Function[];
  /** What it does without a request. */
  jobs?: readonly Job[];
  /** Finishes what it has put off, before the database is let go. */
  stop?(database: Database): Promise<void>;
}

/** The schema of the modules, with every declared source wired to the read compiler. */
export function schemaOf(modules: readonly Module[]): GraphQLSchema {
  for (const { texts } of modules) if (texts) nameTexts(texts);
  const schema = buildSchemaSync({
    resolvers: modules.flatMap((module) => [...module.resolvers]) as unknown as NonEmptyArray<Function>,
    orphanedTypes: modules.flatMap((module) => [...(module.types ?? [])]),
    validate: false,
    emitSchemaFile: false,
  });
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) wire(schema, type);
  return schema;
}

/** A read's texts are read where its arguments are coerced; those of what is resolved by a function, before it runs. */
function readTextsOf(field: GraphQLField<unknown, Context, Record<string, unknown>>, keeps: boolean) {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (root, args, ctx, info) => {
    return resolve(root, readTexts(field.args, args, { keeps }), ctx, info);
  };
}

function wire(schema: GraphQLSchema, type: GraphQLObjectType) {
  const isRoot = type === schema.getQueryType();
  for (const field of Object.values(type.getFields())) {
    const source = sourceOf(field);
    assertFiltersHeard(field);
    if (filterOf(field) && source?.kind === "pages" && !source.hearsFilter)
      throw new Error(`${type.name}.${field.name} has a filter and does not hear it.`);
    assertKindsKnown(field.args);
    if (isRoot && source) field.resolve = (_root, _args, ctx: Context, info) => readField(ctx, info);
    else if (fromOf(type) && !source) throw new Error(`${type.name}.${field.name} declares no source.`);
    else if (isRoot || type === schema.getMutationType()) readTextsOf(field, !isRoot);
    else if (source || /(Connection|Edge)$|^PageInfo$/.test(type.name))
      field.resolve = (row: Record<string, unknown>, _args, _ctx, info) => row[String(info.path.key)];
  }
}
