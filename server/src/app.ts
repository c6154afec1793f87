import Fastify, { type FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { type Logger, pino } from "pino";
import { type Database, openDatabase } from "./kernel/database/database.ts";
import { newId } from "./kernel/ids.ts";
import { type Module, schemaOf } from "./kernel/schema.ts";
import { modules as allModules } from "./modules.ts";
import { startApollo } from "./face/apollo.ts";
import { serveGraphQL } from "./face/graphql-route.ts";
import { answerErrors } from "./face/http-errors.ts";
import { rememberIdentities } from "./face/identities.ts";
import type { Services } from "./face/request-context.ts";
import { readTrustedDocuments, type TrustedDocuments } from "./face/trusted-documents.ts";
import "./kernel/kernel.messages.ts";

export interface AppOptions {
  /** Of the application's role. */
  databaseUrl: string;
  modules?: readonly Module[];
  schema?: GraphQLSchema;
  trusted?: TrustedDocuments;
  log?: Logger;
  now?: () => Date;
}

export interface App {
  fastify: FastifyInstance;
  database: Database;
  schema: GraphQLSchema;
  close(): Promise<void>;
}

const bodyLimit = 100_000;

export async function buildApp(options: AppOptions): Promise<App> {
  const { modules = allModules, schema = schemaOf(modules), trusted = readTrustedDocuments(), now = () => new Date() } = options;
  const log = options.log ?? pino({ level: "silent" });
  const database = openDatabase({ url: options.databaseUrl });
  const identities = rememberIdentities({ writes: database.writes, log, now });
  const services: Services = { database, identities, log, now, announce: (bureauId) => identities.forget(bureauId) };
  const apollo = await startApollo(schema);
  const fastify = Fastify({
    bodyLimit,
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    trustProxy: "loopback",
    genReqId: ({ headers }) => requestIdOf(headers["x-request-id"]),
    forceCloseConnections: "idle",
    logger: false,
  });
  fastify.decorateRequest("noted");
  answerErrors(fastify, log);
  serveGraphQL(fastify, { apollo, services, trusted });
  await fastify.ready();
  return {
    fastify,
    database,
    schema,
    async close() {
      await fastify.close();
      await apollo.stop();
      await database.close();
    },
  };
}

const requestIdOf = (given: string | string[] | undefined) => (typeof given === "string" && /^[\w.:-]{8,64}$/.test(given) ? given : newId());
