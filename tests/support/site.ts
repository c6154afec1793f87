import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type App, buildApp } from "@maple-bridge/server";
import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { launchBrowser } from "./browser.ts";
import { now, sealKey, theServer } from "./bureau.ts";
import { keepEvidence } from "./evidence.ts";
import { testFiles } from "./files.ts";

export const desk = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 } };

/** Cookies do not go by the port. */
export const host = "127.0.0.1";

/** Where it had to be installed, that may still be under way. */
async function browserIsThere() {
  const response = await fetch(inject("browser"));
  if (!response.ok) throw new Error(await response.text());
}

let serving: Promise<{ app: App; address: string }> | undefined;
let browsing: Promise<Browser> | undefined;
/** Where a test failed: what hung it would hang every later test of the worker too. */
let spoiled: Browser | undefined;

const longestEvidence = 30_000;

async function serve() {
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, files: await testFiles, sealKey, now });
  await app.fastify.listen({ port: 0, host });
  const { port } = app.fastify.server.address() as AddressInfo;
  // The last file of a worker is not told that it is: the process is.
  process.once(
    "SIGTERM",
    () =>
      void Promise.allSettled([app.close(), browsing?.then((browser) => browser.close())]).then(() => process.exit()),
  );
  return { app, address: `http://${host}:${port}` };
}

async function browse() {
  await browserIsThere();
  return await launchBrowser();
}

/** The site and the browser of this worker: started for its first journey, and ended with the process. */
async function theSite() {
  const { address } = await (serving ??= serve());
  if (spoiled) {
    void spoiled.close();
    spoiled = browsing = undefined;
  }
  return { address, browser: await (browsing ??= browse()) };
}

export interface Visit {
  page: Page;
  address: string;
  /** What the browser asked for outside the site, and what its console complained of: a journey expects neither. */
  strangers: string[];
  complaints: string[];
}

/** What a screen asks of the server without saying for whom, but who is there and to sign in. */
function isUnsaid(request: Request) {
  const path = new URL(request.url()).pathname;
  if (path === "/events" || (path.startsWith("/evidence/") && request.method() === "GET"))
    return !request.url().includes("viewer=");
  const headers = request.headers();
  if (
    !["/graphql", "/imports", "/evidence", "/exports"].some((own) => path.startsWith(own)) ||
    headers["authorization"] ||
    headers["x-maple-viewer"]
  )
    return false;
  return !/"operationName":"(Viewer|SignIn)"/.test(request.postData() ?? "");
}

/** A browser of its own, with no session, in front of the site as it runs in production. It is closed with its test. */
export async function visit(options: BrowserContextOptions = desk): Promise<Visit> {
  const { browser, address } = await theSite();
  const strangers: string[] = [];
  const complaints: string[] = [];
  let page: Page | undefined;
  // What is there for a test that failed is told only after what is closed with a finished one.
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== "fail") return await page?.context().close();
    spoiled = browser;
    if (page) await Promise.race([keepEvidence(page, task.name, complaints), wait(longestEvidence)]);
  });
  const context = await browser.newContext({ locale: "zh-CN", baseURL: address, ...options });
  page = await context.newPage();
  page.on(
    "request",
    (request) =>
      /^(data|blob):/.test(request.url()) || request.url().startsWith(address) || strangers.push(request.url()),
  );
  page.on("request", (request) => isUnsaid(request) && complaints.push(`for nobody: ${request.postData()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on(
    "console",
    (line) => line.type() === "error" && !/status of 4(01|09)/.test(line.text()) && complaints.push(line.text()),
  );
  return { page, address, strangers, complaints };
}
