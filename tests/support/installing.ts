import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Tells the workers, whoever asks and when, that it is done, as soon as it is, or why it can't be. */
export async function tellOf(installing: Promise<void>) {
  const outcome = installing.then(
    () => ({ status: 200, text: "" }),
    (error: Error) => ({ status: 500, text: error.message }),
  );
  const server = createServer((_request, response) => {
    void outcome.then(({ status, text }) => response.writeHead(status).end(text));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
