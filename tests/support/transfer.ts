import type { Page } from "playwright-core";

interface Load {
  path: string;
  /** All that came over the wire for it, headers included. */
  bytes: number;
}

/** What a page is sent from here on, by a browser that remembers nothing. */
export async function recordTransfer(page: Page) {
  const session = await page.context().newCDPSession(page);
  const paths = new Map<string, string>();
  const loads: Load[] = [];
  session.on("Network.requestWillBeSent", ({ requestId, request: { url } }) =>
    paths.set(requestId, new URL(url).pathname),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    loads.push({ path: paths.get(requestId)!, bytes: encodedDataLength }),
  );
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return {
    loads,
    /** Asked for and not all here yet. */
    underWay: () => paths.size - loads.length,
    bytes: () => loads.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
