import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { recordTransfer } from "../support/transfer.ts";
import { phone, visit } from "../support/site.ts";

/** 400 kbit/s, as at the edge of a village's network. */
const bytesInSecond = 50_000;
const roundTripMs = 150;
/** To connect, for the page, and for what the page is painted with. */
const roundTrips = 3;
const withinTwoSeconds = bytesInSecond * (2 - (roundTrips * roundTripMs) / 1_000);
/** Of the line: the rest goes to scripts that come at the same time, over as many connections as a browser opens. */
const share = 1 / 8;

async function onSlowLine(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesInSecond,
    uploadThroughput: bytesInSecond,
  });
}

interface Timing {
  name: string;
  entryType: string;
  renderBlockingStatus?: string;
  transferSize: number;
}

/** The page itself, and what it is not painted without. */
async function waitedFor(page: Page): Promise<Timing[]> {
  const told = await page.evaluate(() => JSON.stringify(performance.getEntries()));
  const timings = JSON.parse(told) as Timing[];
  return timings.filter(
    ({ entryType, renderBlockingStatus }) => entryType === "navigation" || renderBlockingStatus === "blocking",
  );
}

test.each(["/", "/m"])(
  "what the first paint of %s waits for comes within two seconds of a slow line, before any script",
  async (path) => {
    const { page, complaints } = await visit(path === "/m" ? phone : undefined);
    // Scripts never come: what is seen is seen without them.
    await page.route("**/*.js", () => new Promise(() => {}));
    await onSlowLine(page);
    await page.goto(path, { waitUntil: "commit" });
    await page.getByText("Maple Bridge").waitFor();
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
    const files = await waitedFor(page);
    expect(files.length).toBeGreaterThan(1);
    const bytes = files.reduce((sum, { transferSize }) => sum + transferSize, 0);
    expect(bytes, JSON.stringify(files)).toBeLessThan(withinTwoSeconds * share);
    expect(complaints).toEqual([]);
  },
);

test("on such a line the form follows, its files packed, and takes the place of what was there", async () => {
  const { page, complaints } = await visit();
  const { loads } = await recordTransfer(page);
  await onSlowLine(page);
  const unpacked: string[] = [];
  page.on("response", (response) => {
    const { "content-encoding": encoding, "content-length": length = "0" } = response.headers();
    if (/\.(js|css)$/.test(response.url()) && Number(length) > 4_096 && !encoding) unpacked.push(response.url());
  });
  await page.goto("/");
  await page.getByLabel("密码", { exact: true }).waitFor();
  expect(await page.locator(".opening").count()).toBe(0);
  const bytes = loads.reduce((sum, load) => sum + load.bytes, 0);
  expect(bytes, loads.map((load) => `${load.bytes} ${load.path}`).join("\n")).toBeLessThan(2.5 * bytesInSecond);
  expect(unpacked).toEqual([]);
  expect(complaints).toEqual([]);
});
