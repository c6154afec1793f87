import type { AddressInfo } from "node:net";
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

let running: Promise<{ app: App; browser: Browser; address: string }> | undefined;

async function start() {
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, files: await testFiles, sealKey, now });
  await app.fastify.listen({ port: 0, host });
  const { port } = app.fastify.server.address() as AddressInfo;
  await browserIsThere();
  const browser = await launchBrowser();
  // The last file of a worker is not told that it is: the process is.
  process.once("SIGTERM", () => void Promise.allSettled([browser.close(), app.close()]).then(() => process.exit()));
  return { app, browser, address: `http://${host}:${port}` };
}

/** The site and the browser of this worker: started for its first journey, and ended with the process. */
const theSite = () => (running ??= start());

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
  const context = await browser.newContext({ locale: "zh-CN", baseURL: address, ...options });
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  // What is there for a test that failed is told only after what is closed with a finished one.
  onTestFinished(async ({ task }) => {
    try {
      if (task.result?.state === "fail") await keepEvidence(page, task.name, complaints);
    } finally {
      await context.close();
    }
  });
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
