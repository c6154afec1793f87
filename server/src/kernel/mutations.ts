import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { CommandInput } from "./command-input.ts";
import type { Context } from "./context.ts";
import { readRow, readRows } from "./read/execute.ts";

/** A mutation that does one thing, and then reads what it has written as the document asks. */
interface DeclaredMutation {
  input: Function;
  does: (ctx: Context, input: never) => Promise<{ id: string } | { ids: readonly string[] }>;
  /** The type of the row it gives, or in an array that of the rows. */
  gives: Function | readonly [Function];
  /** What it does may take the row out of the caller's sight: it gives null then. */
  mayLeaveSight?: boolean;
  description?: string;
}

/** Binds what the function takes to the class that says so. */
export const mutation = <I extends CommandInput>(
  declared: DeclaredMutation & { input: abstract new () => I; does: (ctx: Context, input: I) => unknown },
): DeclaredMutation => declared;

/** A resolver of mutations by their names. */
export function mutations(declared: Readonly<Record<string, DeclaredMutation>>): Function {
  class Mutations {}
  const of = Mutations.prototype as Record<string, unknown>;
  for (const [name, { input, does, gives, mayLeaveSight, description }] of Object.entries(declared)) {
    of[name] = async (taken: never, ctx: Context, info: GraphQLResolveInfo) => {
      const written = await does(ctx, taken);
      return "ids" in written ? readRows(ctx, info, written.ids) : readRow(ctx, info, written);
    };
    const type = () => (typeof gives === "function" ? gives : [...gives]) as never;
    Arg("input", () => input as never)(of, name, 0);
    Ctx()(of, name, 1);
    Info()(of, name, 2);
    Mutation(type, { nullable: mayLeaveSight === true, ...(description !== undefined && { description }) })(
      of,
      name,
      Object.getOwnPropertyDescriptor(of, name)!,
    );
  }
  Resolver()(Mutations);
  return Mutations;
}
