import { Agent, type ClientRequest, request } from "node:http";
import type { Caller } from "./callers.ts";

/** What became of a request, and when; without a status it was given up, or broke off. */
export interface Told {
  status: number | undefined;
  from: number;
  to: number;
  /** Its first part. */
  body: string;
}

export interface Sending {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The caller hangs up. */
  until?: AbortSignal;
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 });
const kept = 4_000;

/** Sends a request over a socket and lets the answer go by. */
export function send(port: number, { headers }: Pick<Caller, "headers">, sending: Sending): Promise<Told> {
  const { method = "POST", path = "/graphql", body, until } = sending;
  const from = performance.now();
  return new Promise((resolve) => {
    const done = (status?: number, text = "") => resolve({ status, from, to: performance.now(), body: text });
    const options = { port, host: "127.0.0.1", agent, method, path, headers: { ...headers, ...sending.headers } };
    const asked: ClientRequest = request({ ...options, signal: until }, (response) => {
      let text = "";
      response.on("data", (part: Buffer) => {
        if (text.length < kept) text += part.toString("latin1");
      });
      response.once("end", () => done(response.statusCode, text));
      response.once("error", () => done());
    });
    asked.once("error", () => done());
    asked.end(body);
  });
}

export const ask = (port: number, caller: Caller, query: string, variables: object = {}, until?: AbortSignal) =>
  send(port, caller, {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
    until,
  });
