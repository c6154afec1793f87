import { useTranslation } from "react-i18next";
import { changeLocale, currentLocale } from "../lib/locale.ts";

/** Named in the language it switches to, so that whoever needs it can read it. */
export function LocaleSwitch() {
  const { t } = useTranslation("shell");
  const other = currentLocale() === "zh-CN" ? "en" : "zh-CN";
  return (
    <button type="button" className="quiet-button" lang={other} onClick={() => void changeLocale(other)}>
      {t("otherLanguage")}
    </button>
  );
}
