import { createServer } from "node:net";
import { join } from "node:path";
import { refreshStatisticsBeside } from "@maple-bridge/drizzle/statistics";
import { buildApp } from "./app.ts";
import { buildPages, generateDocuments } from "./face/build-pages.ts";
import { emitSchema } from "./face/emit-schema.ts";
import { loadDemo } from "./face/demo.ts";
import { openFiles } from "./face/open-files.ts";
import { openPostgres } from "./face/open-postgres.ts";
import { fail, say } from "./face/progress.ts";
import { keepHeadsHourly } from "./modules/audit/index.ts";
import { openLog } from "./face/server-log.ts";
import { openSealKey } from "./face/seal-key.ts";
import { readTrustedDocuments, withAnyText } from "./face/trusted-documents.ts";
import { readSettings, type Settings } from "./face/settings.ts";
import { stopOnSignal } from "./face/stop-on-signal.ts";

const stopping = stopOnSignal();

async function start() {
  const settings = readSettings(process.argv.slice(2), process.env);
  const { dataFolder, port, host } = settings;
  await assertFree(port, host);
  say(`Maple Bridge 枫桥 starts; its data is in ${dataFolder}`);
  const log = openLog(join(dataFolder, "server.log"), settings.logLevel);
  stopping.add(async () => log.close());
  const files = await openFiles(settings.files);
  stopping.add(async () => files.close());
  const [postgres] = await Promise.all([openWithDemo(), preparePages(settings)]);
  const app = await buildApp({
    databaseUrl: postgres.applicationUrl,
    sealKey: await openSealKey(dataFolder, process.env),
    files: files.store,
    trustedProxies: settings.trustedProxies,
    metricsToken: settings.metricsToken,
    log,
    folders: postgres.folder ? [dataFolder, postgres.folder] : [dataFolder],
    trusted: settings.isDevelopment ? withAnyText(readTrustedDocuments()) : readTrustedDocuments(),
  });
  stopping.add(() => app.close());
  await app.fastify.listen({ port, host });
  const keeping = keepHeadsHourly(app.database, dataFolder, log);
  stopping.add(() => keeping.stop());
  say(`ready http://localhost:${port}`);
  if (postgres.ownerUrl) {
    const refreshing = refreshStatisticsBeside(postgres.ownerUrl, (error) =>
      log.error({ err: error }, "could not refresh the statistics"),
    );
    stopping.add(() => refreshing.stop());
  }

  /** Beside the pages, which other processes build. */
  async function openWithDemo() {
    let onMaking = () => {};
    const making = new Promise<void>((resolve) => (onMaking = resolve));
    const opening = openDatabase(onMaking);
    const underWay = Promise.race([making, opening]);
    const [opened] = await Promise.all([opening, loadDemo({ opening, underWay }, files.store, settings)]);
    return opened;
  }

  async function openDatabase(onMaking: () => void) {
    const tell = (line: string, fields?: object) => {
      log.info({ ...fields }, line);
      if (!stopping.isStopping()) say(line);
    };
    const opened = await openPostgres(dataFolder, tell, onMaking);
    stopping.add(() => opened.stop());
    return opened;
  }
}

async function preparePages({ isDevelopment }: Settings) {
  if (isDevelopment) emitSchema();
  await generateDocuments();
  if (!isDevelopment) await buildPages();
}

/** Better now than after a minute's work. */
function assertFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => reject(new Error(`Port ${port} is taken: set PORT to another one.`)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

try {
  await start();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
  await stopping.now();
  process.exit(1);
}
