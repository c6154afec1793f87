import { useTranslation } from "react-i18next";
import { type Doable, type PlainDeed, useStep } from "../ui/work/use-step.ts";
import { sayDone, sayProblem } from "./told.tsx";

/** Takes a step that asks for nothing: it says that it is done, or why it was refused. */
export function useTake(deed: PlainDeed, item: Doable) {
  const { t } = useTranslation("work");
  const [take, running] = useStep(deed);
  async function act() {
    if (running) return;
    const problem = await take(item);
    if (problem) return sayProblem(problem);
    sayDone(t("done", { deed: t(`deed.${deed.word}`), number: item.number }));
  }
  return [() => void act(), running] as const;
}
