import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import i18next from "i18next";
import { currentLocale } from "../lib/locale.ts";

const follow = () => void dayjs.locale(currentLocale() === "zh-CN" ? "zh-cn" : "en");

/** Calendars speak the language of the page. */
export function keepCalendarsInLanguage() {
  follow();
  i18next.on("languageChanged", follow);
}
