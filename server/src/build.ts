import { buildPages, generateDocuments } from "./face/build-pages.ts";

/** All that a start would make before it serves, for an image that is complete. */
try {
  await generateDocuments();
  await buildPages();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
