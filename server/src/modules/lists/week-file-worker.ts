import { parentPort } from "node:worker_threads";
import { weekDocx } from "./week-docx.ts";
import type { FileAnswer, FileRequest } from "./week-file.ts";
import { weekXlsx } from "./week-xlsx.ts";

const writers = { DOCX: weekDocx, XLSX: weekXlsx };

/** Where files are written, so that a large one keeps no request waiting. */
parentPort!.on("message", async ({ format, papers }: FileRequest) => {
  parentPort!.postMessage(await answer(), []);

  async function answer(): Promise<FileAnswer> {
    try {
      return { bytes: await writers[format](papers) };
    } catch (error) {
      return { failure: error };
    }
  }
});
