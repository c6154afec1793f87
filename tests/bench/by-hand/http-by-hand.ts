import { createServer, type Socket } from "node:net";

/** As much of HTTP/1.1 as a client of the bench speaks: requests with a content-length, one at a time on a connection. */
export function serveByHand(port: number, answer: (path: string, body: string) => Promise<string>, ready: () => void) {
  createServer((socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    let received: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = received.toString("latin1", 0, end);
      const whole = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < whole) return;
      const body = received.toString("utf8", end + 4, whole);
      received = received.subarray(whole);
      void respond(socket, answer(head.slice(head.indexOf("/") + 1, head.indexOf(" HTTP")), body));
    });
  }).listen(port, "127.0.0.1", ready);
}

async function respond(socket: Socket, answer: Promise<string>) {
  try {
    const json = await answer;
    socket.write(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
    );
  } catch (error) {
    console.error(error);
    socket.write("HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n");
  }
}
