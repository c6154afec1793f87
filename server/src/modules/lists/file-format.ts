export const fileFormats = ["DOCX", "XLSX"] as const;
export type FileFormat = (typeof fileFormats)[number];
