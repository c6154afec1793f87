import { connect, type Socket } from "node:net";

export interface Request {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** What a client asks next. */
export type NextRequest = () => Request;

export interface Sample {
  perSecond: number;
  milliseconds: number[];
  /** Of the last answer. */
  bytes: number;
}

/**
 * Keeps `clients` connections busy for `seconds`, and for `atLeast` requests, one at a time on each; any answer but a good one is an
 * error.
 */
export async function load(
  port: number,
  next: NextRequest,
  clients: number,
  seconds: number,
  atLeast = 0,
): Promise<Sample> {
  const sample: Sample = { perSecond: 0, milliseconds: [], bytes: 0 };
  const until = performance.now() + seconds * 1_000;
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, () => client(port, next, { until, atLeast }, sample)));
  sample.perSecond = sample.milliseconds.length / ((performance.now() - started) / 1_000);
  return sample;
}

async function client(
  port: number,
  next: NextRequest,
  { until, atLeast }: { until: number; atLeast: number },
  sample: Sample,
) {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  const answers = answersOf(socket);
  try {
    while (performance.now() < until || sample.milliseconds.length < atLeast) {
      const bytes = bytesOf(next());
      const sent = performance.now();
      socket.write(bytes);
      const answer = await answers();
      check(answer);
      sample.milliseconds.push(performance.now() - sent);
      sample.bytes = answer.length;
    }
  } finally {
    socket.destroy();
  }
}

function bytesOf({ path, headers, body }: Request): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${lines.join("")}\r\n${body}`,
  );
}

/** An answer that is no good one. */
export class Refused extends Error {}

/** The next whole response on the socket; bodies come with a content-length. */
function answersOf(socket: Socket): () => Promise<Buffer> {
  let chunks: Buffer[] = [];
  let received = 0;
  let wanted = -1;
  let give: ((answer: Buffer) => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  socket.on("data", (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    if (wanted < 0) wanted = lengthOf(chunks.length === 1 ? chunk : (chunks = [Buffer.concat(chunks)])[0]!);
    if (wanted < 0 || received < wanted) return;
    const answer = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    chunks = [];
    received = 0;
    wanted = -1;
    give?.(answer);
  });
  socket.on("error", (error) => fail?.(error));
  socket.on("close", () => fail?.(new Error("The server closed the connection.")));
  return () =>
    new Promise((resolve, reject) => {
      give = resolve;
      fail = reject;
    });
}

function lengthOf(start: Buffer): number {
  const end = start.indexOf("\r\n\r\n");
  if (end < 0) return -1;
  const length = /content-length: (\d+)/i.exec(start.subarray(0, end).toString("latin1"))?.[1];
  if (!length) throw new Error(`An answer without a content-length: ${start.subarray(0, end).toString("latin1")}`);
  return end + 4 + Number(length);
}

function check(answer: Buffer) {
  if (!answer.subarray(0, 15).toString("latin1").startsWith("HTTP/1.1 200") || answer.includes('"errors"'))
    throw new Refused(`Refused: ${answer.subarray(0, 1_500).toString("utf8")}`);
}
