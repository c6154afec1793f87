import { afterAll } from "vitest";
import { clock } from "./bureau.ts";

afterAll(() => {
  clock.at = null;
});
