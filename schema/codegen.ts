import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  Source,
  specifiedRules,
  stripIgnoredCharacters,
  validate,
  visit,
} from "graphql";
import { spelledOut } from "./listed.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const generated = join(folder, "generated");

interface OperationFile {
  location: string;
  document: DocumentNode;
}

/** From the contract and the client's operations: their types, and the list of documents that a browser may run. */
async function generate() {
  const schema = parse(readFileSync(join(folder, "schema.graphql"), "utf8"));
  const built = buildASTSchema(schema);
  const files = readOperations(built);
  assertValid(built, files);
  const trusted = trustedTexts(files);
  mkdirSync(generated, { recursive: true });
  writeOperations(trusted);
  writeFileSync(join(generated, "types.ts"), await typesOf(schema, files));
  writeFileSync(
    join(generated, "operations.graphql"),
    files.map(({ document }) => print(document)).join("\n\n") + "\n",
  );
  writeFileSync(
    join(generated, "trusted.json"),
    `${JSON.stringify(Object.fromEntries(trusted.map(({ id, text }) => [id, text])), null, 2)}\n`,
  );
  return trusted.length;
}

function readOperations(schema: GraphQLSchema): OperationFile[] {
  const names = readdirSync(join(folder, "operations"))
    .filter((name) => name.endsWith(".graphql"))
    .sort();
  return names.map((name) => {
    const location = join(folder, "operations", name);
    const written = parse(new Source(readFileSync(location, "utf8"), `operations/${name}`));
    return { location, document: spelledOut(schema, written) };
  });
}

function assertValid(schema: GraphQLSchema, files: readonly OperationFile[]) {
  const unnamed = files.filter(({ document }) =>
    document.definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && !each.name),
  );
  if (unnamed.length > 0)
    throw new Error(`Every operation needs a name: ${unnamed.map(({ location }) => basename(location)).join(", ")}`);
  const all = { kind: Kind.DOCUMENT, definitions: files.flatMap(({ document }) => document.definitions) } as const;
  const errors = validate(schema, all, specifiedRules);
  if (errors.length > 0) throw new Error(errors.map(String).join("\n\n"));
}

interface Trusted {
  /** The file it stands in, without its ending. */
  file: string;
  name: string;
  kind: OperationDefinitionNode["operation"];
  id: string;
  text: string;
}

/** Each operation with the fragments it needs. */
function trustedTexts(files: readonly OperationFile[]): Trusted[] {
  const definitions = files.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  return files.flatMap(({ location, document: { definitions: own } }) =>
    own
      .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => trustedText(basename(location, ".graphql"), operation, fragments)),
  );
}

function trustedText(
  file: string,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Trusted {
  const definitions = [operation, ...fragmentsOf(operation, fragments)];
  const text = print({ kind: Kind.DOCUMENT, definitions });
  const id = createHash("sha256").update(text).digest("hex");
  return { file, name: operation.name!.value, kind: operation.operation, id, text };
}

function fragmentsOf(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const needed = new Map<string, FragmentDefinitionNode>();
  const collect = (node: DefinitionNode) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || needed.has(value)) return;
        needed.set(value, fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return needed.values();
}

const typesOf = (schema: DocumentNode, files: readonly OperationFile[]) =>
  codegen({
    schema,
    documents: [...files],
    filename: "types.ts",
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      scalars: { ID: "string", DateTime: "string", LocalDate: "string", JSON: "unknown" },
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });

/** A module for each file of operations, so that a page loads those of its own alone. */
function writeOperations(trusted: readonly Trusted[]) {
  const folder = join(generated, "operations");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = [...new Set(trusted.map(({ file }) => file))];
  for (const file of files)
    writeFileSync(join(folder, `${file}.ts`), moduleOf(trusted.filter((each) => each.file === file)));
  const modules = ["types", ...files.map((file) => `operations/${file}`)];
  writeFileSync(join(generated, "documents.ts"), modules.map((module) => `export * from "./${module}.ts";\n`).join(""));
}

function moduleOf(operations: readonly Trusted[]) {
  const lines = operations.map(({ name, kind, id, text }) => {
    const type = `T.${name}${kind[0]!.toUpperCase()}${kind.slice(1)}`;
    const made = `operation<${type}, ${type}Variables>("${id}", ${JSON.stringify(stripIgnoredCharacters(text))})`;
    return `export const ${name}Document = /*#__PURE__*/ ${made};`;
  });
  return [
    `import { operation } from "../../operation.ts";`,
    `import type * as T from "../types.ts";`,
    ...lines,
    "",
  ].join("\n");
}

try {
  console.log(`schema/generated: ${await generate()} operations`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
