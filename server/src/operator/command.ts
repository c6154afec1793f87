import { parseArgs } from "node:util";
import type { Opened } from "./open-database.ts";

/** The command line cannot be understood. */
export class Misuse extends Error {}

export interface Operator {
  args: string[];
  open: () => Promise<Opened>;
  say: (line: string) => void;
}

export interface Command {
  /** The process's exit code. */
  (operator: Operator): Promise<number>;
}

/** A word too many is refused: it may be half of a name that lacks its quotes. */
export function parse<const O extends Record<string, { type: "string" | "boolean" }>>(
  args: string[],
  options: O,
  mostWords: number,
) {
  const parsed = parsedOf(args, options);
  if (parsed.positionals.length > mostWords)
    throw new Misuse(`There is a word too many: ${parsed.positionals.slice(mostWords).join(" ")}.`);
  return parsed;
}

function parsedOf<const O extends Record<string, { type: "string" | "boolean" }>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}
