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

/** What the browser calls them by. */
export const trustedIds = (): Map<string, string> =>
  new Map(
    Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>).flatMap(([id, text]) => {
      const name = /^query (\w+)/.exec(text)?.[1];
      return name === undefined ? [] : [[name, id] as const];
    }),
  );
