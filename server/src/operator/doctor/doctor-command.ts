import { dataFolderOf } from "../../face/settings.ts";
import { message } from "../../kernel/messages.ts";
import { type Command, parse } from "../command.ts";
import { localeOf } from "../locale.ts";
import { examine } from "./examine.ts";
import type { State } from "./finding.ts";

const marks: Record<State, string> = { well: "✓", soon: "!", bad: "✗" };

/** Exits with 1 where something is wrong. */
export const doctorCommand: Command = async ({ args, say }) => {
  const { values } = parse(args, { language: { type: "string" } }, 0);
  const locale = localeOf(values.language, process.env);
  const findings = await examine({ env: process.env, dataFolder: dataFolderOf(process.env), now: new Date() });
  for (const { state, code, params } of findings) say(`${marks[state]} ${message(locale, `DOCTOR_${code}`, params)}`);
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  const [wrong, soon] = [count("bad"), count("soon")];
  say(
    wrong + soon === 0 ? message(locale, "DOCTOR_ALL_WELL") : message(locale, "DOCTOR_NOT_WELL", { bad: wrong, soon }),
  );
  return wrong > 0 ? 1 : 0;
};
