import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useTellProblem } from "../use-tell-problem.ts";
import { type Doable, type PlainDeed, useStep } from "./use-step.ts";

/** Takes a step that asks for nothing: it says that it is done, or why it was refused. */
export function useAtOnce(deed: PlainDeed, item: Doable, onDone: () => void) {
  const { t } = useTranslation("work");
  const tell = useTellProblem();
  const [take, running] = useStep(deed);
  async function act() {
    if (running) return;
    const problem = await take(item);
    if (problem) return tell(problem);
    sayDone(t("done", { deed: t(`deed.${deed.word}`), number: item.number }));
    onDone();
  }
  return [() => void act(), running] as const;
}
