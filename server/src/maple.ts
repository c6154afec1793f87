import "./kernel/kernel.messages.ts";
import { Refusal } from "./kernel/errors.ts";
import { message } from "./kernel/messages.ts";
import { Misuse } from "./operator/command.ts";
import { commands, usage } from "./operator/commands.ts";
import { localeOf } from "./operator/locale.ts";
import { type Opened, openOperatorsDatabase } from "./operator/open-database.ts";

const locale = localeOf(undefined, process.env);
let opened: Promise<Opened> | undefined;
const open = () => (opened ??= openOperatorsDatabase((text) => console.error(text)));

async function main([name = "help", ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Misuse(`There is no command ${name}.`);
  try {
    return await command({ args, open, say: (line) => console.log(line) });
  } finally {
    await (await opened)?.close();
  }
}

function explain(error: unknown): number {
  if (error instanceof Misuse) {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (!(error instanceof Refusal)) console.error(error instanceof Error ? error.message : error);
  else if (error.faults.length === 0) console.error(message(locale, error.code));
  else for (const { code, params } of error.faults) console.error(message(locale, code, params));
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
