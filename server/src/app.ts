import "reflect-metadata";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { type Logger, pino } from "pino";
import { startApollo } from "./face/apollo.ts";
import { type Announced, changesChannel, gatherChanges } from "./face/changes.ts";
import { serveGraphQL } from "./face/graphql-route.ts";
import { serveHealth } from "./face/health.ts";
import { answerErrors } from "./face/http-errors.ts";
import { makeHttpServer, type TrustedProxies } from "./face/http-server.ts";
import { rememberIdentities } from "./face/identities.ts";
import { serveEvidence } from "./face/evidence-routes.ts";
import { serveImports } from "./face/import-routes.ts";
import { limitUploads } from "./face/limit-uploads.ts";
import { knowDocuments } from "./face/known-documents.ts";
import { knowOperations } from "./face/known-operations.ts";
import type { MostInFlight } from "./face/in-flight.ts";
import { listen } from "./face/listener.ts";
import { openLive, serveEvents } from "./face/live.ts";
import { serveMetrics } from "./face/metrics/serve-metrics.ts";
import { packAnswers, servePages } from "./face/pages.ts";
import { countRates, type RateLimits, usualRates } from "./face/rate-limit.ts";
import type { Services } from "./face/request-context.ts";
import { logRequests } from "./face/request-log.ts";
import { serveSchema } from "./face/schema-text.ts";
import { readTrustedDocuments, type TrustedDocuments } from "./face/trusted-documents.ts";
import { logCounts } from "./kernel/counts.ts";
import { type FileStore, noFiles } from "./kernel/files/file-store.ts";
import { sharedFiles } from "./kernel/files/shared-files.ts";
import { workOn } from "./kernel/jobs/worker.ts";
import { type Database, openDatabase } from "./kernel/database/database.ts";
import { type Module, schemaOf } from "./kernel/schema.ts";
import { modules as allModules } from "./modules.ts";
import { serveExports } from "./face/export-routes.ts";
import { serveListExports } from "./face/list-export-routes.ts";
import { serveWeekExports } from "./face/week-export-routes.ts";
import "./kernel/kernel.messages.ts";

export interface AppOptions {
  /** Of the application's role. */
  databaseUrl: string;
  /** Without it nothing is sealed or opened. */
  sealKey?: Buffer;
  modules?: readonly Module[];
  /** Of a server that has a schema of its own modules already. */
  schema?: GraphQLSchema;
  trusted?: TrustedDocuments;
  /** Rows of a list that are written while somebody waits; longer ones are written by a job. */
  mostExportedAtOnce?: number;
  trustedProxies?: TrustedProxies;
  rates?: RateLimits;
  inFlight?: MostInFlight;
  requestTimeMs?: number;
  /** Where photos lie; without it, the server takes none. */
  files?: FileStore;
  /** Where there must be room for the server to be ready. */
  folders?: readonly string[];
  /** By which figures are read from elsewhere; without it, from this machine alone. */
  metricsToken?: string;
  log?: Logger;
  now?: () => Date;
}

export interface App {
  fastify: FastifyInstance;
  database: Database;
  schema: GraphQLSchema;
  close(): Promise<void>;
}

/** Deeds after which a bureau's accounts are not what they were. */
const ofIdentity = new Set(["Account", "RoleGrant", "Session", "ApiToken", "Unit", "Bureau"]);

export async function buildApp(options: AppOptions): Promise<App> {
  const {
    modules = allModules,
    schema = schemaOf(modules),
    trusted = readTrustedDocuments(),
    now = () => new Date(),
  } = options;
  const log = options.log ?? pino({ level: "silent" });
  const database = openDatabase({ url: options.databaseUrl });
  const identities = rememberIdentities({ writes: database.writes, log, now });
  const live = openLive(identities, log);
  const changes = gatherChanges(database.writes, log);
  const forget = (bureauId: string) => {
    identities.forget(bureauId);
    live.check(bureauId);
  };
  const listener = listen({
    url: options.databaseUrl,
    log,
    channels: { maple_identity: forget, [changesChannel]: (payload) => live.tell(JSON.parse(payload) as Announced) },
    listening: identities.listening,
  });
  const services: Services = {
    database,
    sealKey: options.sealKey,
    identities,
    rates: countRates(options.rates ?? usualRates),
    files: sharedFiles(options.files ?? noFiles, log),
    requestTimeMs: options.requestTimeMs,
    log,
    now,
    announce(bureauId, deeds) {
      if (deeds.some(({ entity }) => ofIdentity.has(entity.type))) forget(bureauId);
      changes.add(bureauId, deeds);
    },
  };
  const worker = workOn(
    modules.flatMap(({ jobs = [] }) => jobs),
    { ...services, schema },
  );
  const counting = logCounts(log);
  const documents = knowDocuments();
  const operations = knowOperations(schema, trusted);
  const apollo = await startApollo(schema, documents, operations);
  const fastify = makeHttpServer(options.trustedProxies ?? "loopback", log);
  answerErrors(fastify, log);
  logRequests(fastify, log);
  serveMetrics(fastify, { database, trusted, streams: live.count, token: options.metricsToken });
  await packAnswers(fastify);
  serveHealth(fastify, { databaseUrl: options.databaseUrl, folders: options.folders ?? [], log });
  serveSchema(fastify, schema);
  serveGraphQL(fastify, { apollo, documents, operations, services, trusted, mostInFlight: options.inFlight });
  const uploads = limitUploads();
  serveImports(fastify, services, uploads);
  serveWeekExports(fastify, services, schema);
  serveEvidence(fastify, services, { uploads, schema });
  serveExports(fastify, services, schema);
  serveListExports(fastify, services, { schema, mostAtOnce: options.mostExportedAtOnce });
  serveEvents(fastify, live, services);
  await servePages(fastify);
  await Promise.all([fastify.ready(), worker.start()]);
  return {
    fastify,
    database,
    schema,
    async close() {
      live.close();
      await fastify.close();
      await apollo.stop();
      await worker.stop();
      for (const module of modules) await module.stop?.(database);
      changes.close();
      await identities.close();
      counting.close();
      await listener.close();
      await database.close();
    },
  };
}
