import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { isDoneNow } from "./command.ts";
import type { CommandInput } from "./command-input.ts";
import type { Context } from "./context.ts";
import { NotFound } from "./errors.ts";
import { readRow, readRows } from "./read/execute.ts";

/** A mutation that does one thing, and then reads what it has written as the document asks. */
interface DeclaredMutation {
  input: Function;
  does: (ctx: Context, input: never) => Promise<{ id: string } | { ids: readonly string[] }>;
  /** The type of the row it gives, or in an array that of the rows. */
  gives: Function | readonly [Function];
  /** What it does may take the row out of the caller's sight: it gives null then. */
  mayLeaveSight?: boolean;
  /** It is done to a row in the caller's sight, and leaves it there: read right after it, the row is not asked for that again. */
  staysInSight?: boolean;
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
  for (const [name, { input, does, gives, mayLeaveSight, staysInSight, description }] of Object.entries(declared)) {
    of[name] = async (taken: never, ctx: Context, info: GraphQLResolveInfo) => {
      const written = await does(ctx, taken);
      const isNow = isDoneNow(written);
      const isSeen = staysInSight === true && isNow;
      if ("ids" in written) return readRows(ctx, info, written.ids, { isSeen });
      const row = await readRow(ctx, info, written, { isSeen });
      // Of an earlier call under the same key, the caller may be told no more.
      if (row === null && !isNow && !mayLeaveSight)
        throw new NotFound([{ path: ["input", "idempotencyKey"], code: "NOT_FOUND" }]);
      return row;
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
