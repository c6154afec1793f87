import { connect } from "node:net";
import type { Sent } from "./mutations.ts";
import type { Answer } from "./stage.ts";

/** The request byte for byte over a socket of its own; status 0 where the server broke it off without an answer. */
export function sendRaw(port: number, { method, url, headers, payload }: Sent): Promise<Answer> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const own = [`host: localhost`, `connection: close`, `content-length: ${payload.length}`];
  const head = `${method} ${url} HTTP/1.1\r\n${[...own, ...lines].join("\r\n")}\r\n\r\n`;
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (part) => parts.push(part));
    // What stands in a body that is refused early may not all be read: the answer came before.
    socket.on("error", () => {});
    socket.once("close", () => resolve(answerIn(Buffer.concat(parts).toString("utf8"))));
    // An end of what is sent would be a caller who is gone.
    socket.write(Buffer.concat([Buffer.from(head, "latin1"), payload]));
  });
}

function answerIn(text: string): Answer {
  const end = text.indexOf("\r\n\r\n");
  const [status = "", ...lines] = text.slice(0, end === -1 ? undefined : end).split("\r\n");
  const headers = lines.map((line) => [line.split(":")[0]!.toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(status)?.[1] ?? 0),
    headers: Object.fromEntries(headers) as Record<string, unknown>,
    body: end === -1 ? "" : text.slice(end + 4),
  };
}
