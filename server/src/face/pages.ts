import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import serveStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

export const builtClient = fileURLToPath(new URL("../../../client/dist", import.meta.url));

/** Inline styles are what the components' style sheets are made of; the editor of the API page starts workers from blobs. */
const policyFor = (html: string) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    // The page's own script, which has to run before anything is painted, and no other that stands in a page.
    scriptSrc: ["'self'", ...scriptsIn(html).map((script) => `'sha256-${hashOf(script)}'`)],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    fontSrc: ["'self'", "data:"],
    workerSrc: ["'self'", "blob:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
});

const scriptsIn = (html: string) => [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script!);
const hashOf = (script: string) => createHash("sha256").update(script).digest("base64");

/** A worker is held to the policy that came with its script; what a page loads is held to the page's. */
const obeysOwnPolicy = /\.worker-/;

/** Said of a document only: beside each of the sixty files of a first visit they would be a tenth of it. */
const ofDocuments = [
  "content-security-policy",
  "referrer-policy",
  "x-dns-prefetch-control",
  "x-download-options",
  "x-frame-options",
  "x-permitted-cross-domain-policies",
  "x-xss-protection",
];

/** What the build packed beside each file is sent to whoever takes it, under the address of the file alone. */
const packed = ["**/*.br", "**/*.gz"];

/** The single-page application: hashed files are kept by browsers for good, the page that names them never. */
export async function servePages(fastify: FastifyInstance, folder = builtClient) {
  const page = join(folder, "index.html");
  if (!existsSync(page)) return;
  const html = readFileSync(page, "utf8");
  await fastify.register(async (pages) => {
    await pages.register(helmet, {
      contentSecurityPolicy: policyFor(html),
      hsts: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    });
    await pages.register(serveStatic, {
      root: folder,
      index: false,
      wildcard: false,
      preCompressed: true,
      globIgnore: packed,
      cacheControl: false,
      // What a file is known by is its name, or else its tag; beside sixty files these would be as much as a chunk.
      lastModified: false,
      acceptRanges: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes("/assets/");
        reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
        if (isHashed && !obeysOwnPolicy.test(path)) for (const name of ofDocuments) reply.removeHeader(name);
      },
    });
    pages.get("/", async (_request, reply) => sendPage(reply, html));
    pages.get("/*", async (request, reply) =>
      wantsPage(request.headers.accept) ? sendPage(reply, html) : reply.callNotFound(),
    );
  });
}

const sendPage = (reply: FastifyReply, html: string) =>
  reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html);
const wantsPage = (accept = "") => accept.includes("text/html");

export const smallestPacked = 4_096;

/** Answers of any size worth it are sent packed. */
export async function packAnswers(fastify: FastifyInstance) {
  await fastify.register(compress, {
    encodings: ["gzip"],
    threshold: smallestPacked,
    zlibOptions: { level: 4 },
    customTypes: /^(text\/(?!event-stream)|application\/(json|graphql-response\+json|javascript))|svg/,
  });
}
