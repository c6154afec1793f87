import { useTranslation } from "react-i18next";
import { inChina, today } from "../../lib/dates.ts";
import { useAsTimeGoesBy } from "../../lib/now.ts";
import { Light } from "../light.tsx";
import { type Lit, lightWords, type LightWords } from "./light-words.ts";

/** How an item stands to its next due time, in words; it moves by itself. */
export function WorkLight({ item }: { item: Lit }) {
  const { t } = useTranslation("work");
  const told = JSON.parse(useAsTimeGoesBy((now) => JSON.stringify(lightWords(item, now)))) as LightWords;
  const { tone, key, count, at } = told;
  return <Light tone={tone}>{t(`light.${key}`, { count, at: at && shortText(at) })}</Light>;
}

/** The time alone where it is of today. */
function shortText(instant: string) {
  const moment = inChina(instant);
  return moment.format(moment.format("YYYY-MM-DD") === today() ? "HH:mm" : "MM-DD HH:mm");
}
