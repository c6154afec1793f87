import { connect, type Socket } from "node:net";

export interface Request {
  path: string;
  /** Of each client: our limits count requests by token. */
  headers: (client: number) => Record<string, string>;
  body: () => string;
}

export interface Sample {
  perSecond: number;
  milliseconds: number[];
}

/** Keeps `clients` connections busy for `seconds`, one request at a time on each; any answer but a good one is an error. */
export async function load(port: number, request: Request, clients: number, seconds: number): Promise<Sample> {
  const milliseconds: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, number) => client(port, request, number, until, milliseconds)));
  return { perSecond: milliseconds.length / ((performance.now() - started) / 1_000), milliseconds };
}

async function client(port: number, request: Request, number: number, until: number, milliseconds: number[]) {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  const answers = answersOf(socket);
  try {
    while (performance.now() < until) {
      const sent = performance.now();
      socket.write(bytesOf(request, number));
      check(await answers());
      milliseconds.push(performance.now() - sent);
    }
  } finally {
    socket.destroy();
  }
}

function bytesOf({ path, headers, body }: Request, client: number): Buffer {
  const content = body();
  const lines = Object.entries(headers(client)).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(content)}\r\n${lines.join("")}\r\n${content}`,
  );
}

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
    throw new Error(`Refused: ${answer.subarray(0, 1_500).toString("utf8")}`);
}
