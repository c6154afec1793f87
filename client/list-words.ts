import { mkdirSync, readdirSync, writeFileSync } from "node:fs";

const messages = new URL("src/messages/", import.meta.url);
const names = readdirSync(new URL("zh-CN", messages)).map((file) => file.replace(/\.json$/, ""));

/** The files of messages by their names, for the types of what may be said: none of them is listed by hand. */
const lines = [
  ...names.map((name, index) => `import type words${index} from "../zh-CN/${name}.json";`),
  "export interface Words {",
  ...names.map((name, index) => `  "${name}": typeof words${index};`),
  "}",
  "",
];

mkdirSync(new URL("generated", messages), { recursive: true });
writeFileSync(new URL("generated/words.ts", messages), lines.join("\n"));
