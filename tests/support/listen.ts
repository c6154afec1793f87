import { expect } from "vitest";

/** What a bureau's screens are told by the server: of which types something is to be read again. */
export async function listen(address: string, { headers }: { headers: Record<string, string> }) {
  const response = await fetch(address, { headers });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const waiting: { types: string[] }[] = [];
  let rest = "";

  async function next(): Promise<{ types: string[] } | undefined> {
    while (waiting.length === 0) {
      const { value, done } = await reader.read();
      if (done) return undefined;
      const parts = (rest + value).split("\n\n");
      rest = parts.pop()!;
      for (const part of parts)
        if (part.startsWith("data: ")) waiting.push(JSON.parse(part.slice("data: ".length)) as { types: string[] });
    }
    return waiting.shift();
  }

  return {
    next,
    stop: () => reader.cancel(),
    async untilEnd() {
      while ((await next()) !== undefined);
      return true;
    },
  };
}
