import type { Server } from "node:http";
import type { Socket } from "node:net";

/** For requests under way when the server is told to stop. */
const graceMs = 3_000;

export type Sockets = ReturnType<typeof watchSockets>;

/** Which sockets have a request under way: the others can be closed at any time. */
export function watchSockets(server: Server) {
  const requests = new Map<Socket, number>();
  let isClosing = false;

  server.on("connection", (socket) => {
    if (isClosing) return void socket.destroy();
    requests.set(socket, 0);
    socket.once("close", () => requests.delete(socket));
  });

  server.on("request", ({ socket }, response) => {
    requests.set(socket, (requests.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = (requests.get(socket) ?? 1) - 1;
      if (!socket.destroyed) requests.set(socket, left);
      if (isClosing && left === 0) socket.destroySoon();
    });
  });

  return {
    /** Idle sockets are closed at once; those with a request under way when it is answered, or after a while. */
    close() {
      isClosing = true;
      for (const [socket, underWay] of requests) if (underWay === 0) socket.destroy();
      setTimeout(() => {
        for (const socket of requests.keys()) socket.destroy();
      }, graceMs).unref();
    },
  };
}
