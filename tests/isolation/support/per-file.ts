import { afterAll } from "vitest";
import { forgetAsked } from "./selections.ts";
import { closeStages } from "./stage.ts";

afterAll(async () => {
  forgetAsked();
  await closeStages();
});
