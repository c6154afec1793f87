import "i18next";
import type { Words } from "./generated/words.ts";

type Pages<Said> = Said extends { page: infer Named } ? keyof Named : never;

/** What the features' files name their pages. */
export type PageName = Pages<Words[keyof Words]>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    returnNull: false;
    resources: Words & {
      page: Record<PageName, { title: string; letters: string }>;
      history: { action: Record<string, Record<string, string>>; entity: Record<string, string> };
    };
  }
}
