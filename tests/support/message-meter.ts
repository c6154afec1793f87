import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { addressIn } from "./address-in.ts";

/** Stands between the server and PostgreSQL, and tells how large the largest message was that either has sent. */
export async function meterMessages(databaseUrl: string) {
  const sizes = { sent: 0, answered: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const postgres = connect(addressIn(databaseUrl));
    pass(
      client,
      postgres,
      measure(true, (bytes) => (sizes.sent = Math.max(sizes.sent, bytes))),
    );
    pass(
      postgres,
      client,
      measure(false, (bytes) => (sizes.answered = Math.max(sizes.answered, bytes))),
    );
    for (const socket of [client, postgres]) sockets.add(socket);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const through = new URL(databaseUrl);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    sizes,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function pass(from: Socket, to: Socket, look: (chunk: Buffer) => void) {
  from.on("data", look).pipe(to);
  from.on("error", () => to.destroy()).on("close", () => to.destroy());
}

/** A message is a letter and a length, which counts itself; the first one of a client has no letter. */
function measure(isClient: boolean, tell: (bytes: number) => void) {
  let letters = isClient ? 0 : 1;
  let head: number[] = [];
  let left = 0;
  return (chunk: Buffer) => {
    for (let at = 0; at < chunk.length;) {
      if (left > 0) {
        const part = Math.min(left, chunk.length - at);
        left -= part;
        at += part;
        continue;
      }
      head.push(chunk[at++]!);
      if (head.length < letters + 4) continue;
      const length = Buffer.from(head.slice(letters)).readUInt32BE();
      tell(length);
      left = length - 4;
      [head, letters] = [[], 1];
    }
  };
}
