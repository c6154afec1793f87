import { type Command, Misuse, parse } from "./command.ts";

/** What it loads, the whole schema, no other command needs. */
export const sqlCommand: Command = async ({ args, open, say }) => {
  const { positionals, values } = parse(args, { as: { type: "string" }, variables: { type: "string" } }, 1);
  const [query] = positionals;
  if (!query) throw new Misuse("sql needs a query, as in '{ grids(first: 5) { nodes { name } } }'.");
  const [{ actorNamed, explain, planOf, valuesOf }, { schemaOf }, { modules }, { callerOf }] = await Promise.all([
    import("./explain.ts"),
    import("../kernel/schema.ts"),
    import("../modules.ts"),
    import("../kernel/actor.ts"),
  ]);
  const { database, postgres } = await open();
  const actor = values.as === undefined ? undefined : await actorNamed(database, values.as);
  const asked = { query, variables: variablesIn(values.variables) };
  const explained = explain(schemaOf(modules), asked, actor && callerOf(actor).shape);
  const bound = actor && (await valuesOf(database, explained, actor));
  say(`-- for ${values.as ?? "an administrator"}, among the ${explained.plan.heavy ? "heavy" : "light"} reads`);
  say(explained.statement);
  say("\n-- parameters");
  for (const [index, { type, from }] of explained.parameters.entries())
    say(`$${index + 1} ${type}  ${from}${bound ? ` = ${bound[index] === null ? "null" : String(bound[index])}` : ""}`);
  say("\n-- plan");
  for (const line of await planOf(postgres.applicationUrl, explained.plan)) say(line);
  return 0;
};

function variablesIn(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === "object" && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch {
    // told below, with what else is no object
  }
  throw new Misuse("--variables takes an object in JSON.");
}
