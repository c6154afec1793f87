import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { makeHttpServer } from "@maple-bridge/server/face/http-server";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
let bureau: Bureau;
let server: ChildProcess;
let port: number;

beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl } = await theServer();
  server = spawn(process.execPath, ["--import", "tsx", "tests/api/face/serve.ts", applicationUrl], {
    cwd: project,
    env: { ...process.env, TSX_TSCONFIG_PATH: `${project}tsconfig.json` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: server.stdout! })) {
    port = Number(/^port (\d+)$/.exec(line)?.[1]);
    if (port) break;
  }
}, 240_000);
afterAll(() => void server.kill("SIGKILL"));

/** A socket that is told these words; what it hears is there when it is closed. */
async function open(on: number, words = "") {
  const socket = connect({ port: on, host: "127.0.0.1", allowHalfOpen: true });
  await once(socket, "connect");
  const heard: string[] = [];
  socket.setEncoding("utf8").on("data", (text: string) => heard.push(text));
  const closed = new Promise<string>((resolve) => {
    const end = () => resolve(heard.join(""));
    socket.once("error", end).once("end", end).once("close", end);
  });
  socket.write(words);
  return { socket, closed };
}

const heardOf = (socket: Socket) => once(socket, "data");

describe("a server that is told to stop", () => {
  it("ends well whatever holds its connections", async () => {
    const cookie = bureau.administrator.headers["cookie"]!;
    const upload = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`;
    const [silent, cutOff, idle, stream, slow] = [
      await open(port),
      await open(port, "GET /livez HTTP/1.1\r\nhost"),
      await open(port, "GET /livez HTTP/1.1\r\nhost: x\r\n\r\n"),
      await open(port, `GET /events HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`),
      await open(port, upload),
    ];
    await Promise.all([heardOf(idle.socket), heardOf(stream.socket)]);
    server.kill("SIGTERM");
    const [code] = (await once(server, "exit")) as [number | null];
    expect(code).toBe(0);
    await Promise.all([silent, cutOff, idle, stream, slow].map(({ closed }) => closed));
  });
});

describe("a socket", () => {
  const times = { arrivalMs: 50, silenceMs: 50, lookMs: 10 };

  it.each([
    ["says nothing", ""],
    ["does not come to the end of its headers", "GET / HTTP/1.1\r\nhost: x\r\n"],
    ["does not send the body it has promised", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n1"],
  ])("that %s is closed", async (_what, words) => {
    const fastify = makeHttpServer("loopback", undefined as never, times);
    fastify.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
    fastify.post("/", async () => "done");
    await fastify.listen({ port: 0, host: "127.0.0.1" });
    const { socket, closed } = await open((fastify.server.address() as AddressInfo).port, words);
    expect(await closed).not.toMatch(/^HTTP\/1.1 200/);
    socket.destroy();
    await fastify.close();
  });
});
