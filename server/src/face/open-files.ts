import { openFolder } from "#kernel/files/disk-files";
import type { FileStore } from "#kernel/files/file-store";
import type { FilesPlace } from "./files-settings.ts";

interface OpenedFiles {
  store: FileStore;
  close(): void;
}

/** The store of files, once it was found to be there. The client of S3 is loaded where it is used. */
export async function openFiles(place: FilesPlace): Promise<OpenedFiles> {
  if ("folder" in place) return { store: await openFolder(place.folder), close() {} };
  const { s3Files } = await import("#kernel/files/s3-files");
  const store = s3Files(place);
  await store.assertReached();
  return { store, close: store.close };
}
