import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as documents from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  Source,
  specifiedRules,
  validate,
  visit,
} from "graphql";

const folder = fileURLToPath(new URL(".", import.meta.url));
const generated = join(folder, "generated");

interface OperationFile {
  location: string;
  document: DocumentNode;
}

/** From the contract and the client's operations: their types, and the list of documents that a browser may run. */
async function generate() {
  const schema = parse(readFileSync(join(folder, "schema.graphql"), "utf8"));
  const files = readOperations();
  const built = buildASTSchema(schema);
  assertValid(built, files);
  const trusted = trustedTexts(files);
  mkdirSync(generated, { recursive: true });
  writeFileSync(
    join(generated, "trusted.json"),
    `${JSON.stringify(Object.fromEntries(trusted.map(({ id, text }) => [id, text])), null, 2)}\n`,
  );
  writeFileSync(
    join(generated, "documents.ts"),
    `${await typesOf(schema, files)}\n${idsOf(trusted)}\n${possibleTypesOf(built)}`,
  );
  return trusted.length;
}

function readOperations(): OperationFile[] {
  const names = readdirSync(join(folder, "operations"))
    .filter((name) => name.endsWith(".graphql"))
    .sort();
  return names.map((name) => {
    const location = join(folder, "operations", name);
    return { location, document: parse(new Source(readFileSync(location, "utf8"), `operations/${name}`)) };
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
  name: string;
  id: string;
  text: string;
}

/** Each operation with the fragments it needs and the type names that the client's cache asks for. */
function trustedTexts(files: readonly OperationFile[]): Trusted[] {
  const definitions = files.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const asked = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return asked.map((operation) => {
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [operation, ...fragmentsOf(operation, fragments)],
    };
    const text = print(withTypeNames(document));
    return { name: operation.name!.value, id: createHash("sha256").update(text).digest("hex"), text };
  });
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

const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
const asksTypeName = ({ selections }: SelectionSetNode) =>
  selections.some((each) => each.kind === Kind.FIELD && each.name.value === "__typename");

const withTypeNames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: {
      leave(set, _key, parent) {
        const isRoot = parent !== undefined && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
        return isRoot || asksTypeName(set) ? undefined : { ...set, selections: [...set.selections, typeName] };
      },
    },
  });

const typesOf = (schema: DocumentNode, files: readonly OperationFile[]) =>
  codegen({
    schema,
    documents: [...files],
    filename: "documents.ts",
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      scalars: { ID: "string", DateTime: "string", LocalDate: "string", JSON: "unknown" },
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
  });

function idsOf(trusted: readonly Trusted[]) {
  const lines = trusted.map(({ name, id }) => `  ${name}: "${id}",`);
  return `/** What the server knows each operation by: a browser sends this instead of the text. */\nexport const documentIds: Record<string, string> = {\n${lines.join("\n")}\n};\n`;
}

function possibleTypesOf(schema: GraphQLSchema) {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const lines = abstract.map(
    (type) => `  ${type.name}: ${JSON.stringify(schema.getPossibleTypes(type).map(({ name }) => name))},`,
  );
  return `/** Which types may stand behind an interface: the client's cache asks it of fragments. */\nexport const possibleTypes: Record<string, string[]> = {\n${lines.join("\n")}\n};\n`;
}

try {
  console.log(`schema/generated: ${await generate()} operations`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
