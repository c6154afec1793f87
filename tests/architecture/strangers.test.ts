import { beforeAll, expect, it } from "vitest";
import { makeBureau, theServer } from "../support/bureau.ts";
import type { Client } from "../support/client.ts";
import { documentFor } from "../support/documents.ts";

let stranger: Client;
beforeAll(async () => {
  ({ stranger } = await makeBureau());
});

/** Where somebody who is not signed in has business. */
const open = new Set(["signIn"]);

it("are refused by every root field", async () => {
  const { schema } = (await theServer()).app;
  const roots = [
    ["query", schema.getQueryType()!],
    ["mutation", schema.getMutationType()!],
  ] as const;
  const answers: Record<string, string> = {};
  for (const [kind, type] of roots)
    for (const field of Object.values(type.getFields()))
      if (!open.has(field.name)) answers[field.name] = (await stranger.refused(documentFor(kind, field, 0))).code;
  expect(Object.entries(answers).filter(([, code]) => code !== "UNAUTHENTICATED")).toEqual([]);
  expect(Object.keys(answers).length).toBeGreaterThan(30);
});
