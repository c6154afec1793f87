import { readFileSync } from "node:fs";

const file = new URL("../../schema/generated/trusted.json", import.meta.url);

/** The screens' queries as the browser sends them, by their names. */
export const trustedQueries = (): Map<string, string> =>
  new Map(
    Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>).flatMap((text) => {
      const name = /^query (\w+)/.exec(text)?.[1];
      return name === undefined ? [] : [[name, text] as const];
    }),
  );
