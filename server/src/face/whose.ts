import type { FastifyReply, FastifyRequest } from "fastify";
import type { Credential, Identity } from "#kernel/database/identity";
import { OtherViewer } from "#kernel/errors";
import type { Identities } from "./identities.ts";

const header = "x-maple-viewer";

/** In the header's place where the answer is nobody's: they must sign in (again), or somebody ended their session. */
const strangers = { nobody: "nobody", ended: "ended" } as const;

interface Asked {
  identities: Identities;
  request: Pick<FastifyRequest, "headers" | "query">;
  reply: FastifyReply;
  credential: Credential | null;
  identity: Identity | null;
}

/**
 * A browser has one session for all of its tabs. So each of them says for whose eyes it asks (a stream in its address), is refused
 * where that is not who is signed in, and is told with every answer whose it is. A token is its program's alone.
 */
export function assertOwn(asked: Asked): void | Promise<void> {
  const { request, reply, credential, identity } = asked;
  if (credential?.kind === "token") return undefined;
  const meant = meantFor(request);
  if (!identity) return tellStranger(asked, meant);
  void reply.header(header, identity.actor.accountId);
  if (meant !== undefined && meant !== identity.actor.accountId) throw new OtherViewer();
  return undefined;
}

async function tellStranger({ identities, reply, credential }: Asked, meant: string | undefined) {
  const wasEnded = meant !== undefined && credential !== null && (await identities.wasEnded(credential));
  void reply.header(header, wasEnded ? strangers.ended : strangers.nobody);
}

function meantFor({ headers, query }: Asked["request"]): string | undefined {
  const { viewer } = query as Record<string, unknown>;
  const meant = headers[header] ?? viewer;
  return meant === undefined ? undefined : String(meant);
}
