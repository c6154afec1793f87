import { useTranslation } from "react-i18next";
import type { Outcome } from "../../lib/use-command.ts";
import { useConfirm } from "../use-confirm.ts";

/** Assigns to what stands vacant. Where somebody else has filled it meanwhile, asks whether it is meant all the same. */
export function useAskIfFilled() {
  const { t } = useTranslation("grids");
  const confirm = useConfirm();
  return async <Data,>(assign: (onlyIfVacant: boolean) => Promise<Outcome<Data>>): Promise<Outcome<Data>> => {
    const outcome = await assign(true);
    const faults = outcome.problem?.faults ?? [];
    if (faults.length === 0 || faults.some(({ code }) => code !== "SEAT_FILLED")) return outcome;
    const isMeant = await confirm({
      title: t("filled.title"),
      content: (
        <ul className="plain">
          {faults.map(({ path, message }) => (
            <li key={path.join(".")}>{message}</li>
          ))}
        </ul>
      ),
      okText: t("filled.ok"),
      danger: true,
    });
    return isMeant ? assign(false) : outcome;
  };
}
