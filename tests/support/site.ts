import type { AddressInfo } from "node:net";
import { type App, buildApp } from "@maple-bridge/server";
import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { afterAll, onTestFailed } from "vitest";
import { launchBrowser } from "./browser.ts";
import { now, theServer } from "./bureau.ts";
import { keepEvidence } from "./evidence.ts";

export const desk = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 } };

let running: Promise<{ app: App; browser: Browser; address: string }> | undefined;

async function start() {
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, now });
  await app.fastify.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.fastify.server.address() as AddressInfo;
  return { app, browser: await launchBrowser(), address: `http://127.0.0.1:${port}` };
}

const theSite = () => (running ??= start());

afterAll(async () => {
  const site = await running;
  await site?.browser.close();
  await site?.app.close();
});

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
  if (path === "/events") return !request.url().includes("viewer=");
  const headers = request.headers();
  if (!["/graphql", "/imports"].includes(path) || headers["authorization"] || headers["x-maple-viewer"]) return false;
  return !/"operationName":"(Viewer|SignIn)"/.test(request.postData() ?? "");
}

/** A browser of its own, with no session, in front of the site as it runs in production. */
export async function visit(options: BrowserContextOptions = desk): Promise<Visit> {
  const { browser, address } = await theSite();
  const context = await browser.newContext({ locale: "zh-CN", baseURL: address, ...options });
  const page = await context.newPage();
  onTestFailed(({ task }) => keepEvidence(page, task.name));
  const strangers: string[] = [];
  const complaints: string[] = [];
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
