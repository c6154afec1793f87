/** What is loaded with the first list that goes out. */
export { AfterExport } from "./after-export.tsx";
export { PrintNow } from "./print-now.tsx";
export { ExportList } from "./export-list.tsx";
