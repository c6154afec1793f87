import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const source = new URL("../../client/src/", import.meta.url);

it("what fits a media query is asked of `lib/media` by all that may be drawn anew", () => {
  const asking = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) => /(?<!\.test)\.tsx?$/.test(name) && readFileSync(new URL(name, source), "utf8").includes("matchMedia"),
  );
  // The first script asks once, where to go.
  expect(asking.toSorted()).toEqual(["lib/media.ts", "main.tsx"]);
});
