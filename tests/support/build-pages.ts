import { buildPages } from "@maple-bridge/server/pages";
import type { TestProject } from "vitest/node";
import { ensureBrowser } from "./browser.ts";
import { tellOf } from "./installing.ts";

declare module "vitest" {
  export interface ProvidedContext {
    browser: string;
  }
}

/** The journeys see the pages as they are built for production, in a browser that is installed while other tests run where there is none. */
export default async function setup(project: TestProject) {
  const telling = await tellOf(ensureBrowser());
  project.provide("browser", telling.address);
  await buildPages();
  return telling.stop;
}
