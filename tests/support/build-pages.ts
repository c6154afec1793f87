import { buildPages, generateDocuments } from "@maple-bridge/server/pages";

/** The journeys see the pages as they are built for production. */
export default async function setup() {
  await generateDocuments();
  await buildPages();
}
