import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

const remembered = "maple.locale";
const files = import.meta.glob<Record<string, unknown>>("../messages/*/*.json", { import: "default" });

const isLocale = (value: string | null): value is Locale => locales.some((locale) => locale === value);

export function currentLocale(): Locale {
  const locale = i18next.language;
  return isLocale(locale) ? locale : "zh-CN";
}

export async function startLocale() {
  const stored = localStorage.getItem(remembered);
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: false,
    defaultNS: "shell",
    resources: {},
    interpolation: { escapeValue: false },
  });
  await changeLocale(isLocale(stored) ? stored : "zh-CN");
}

export async function changeLocale(locale: Locale) {
  await Promise.all(Object.entries(files).map(([path, load]) => addNamespace(locale, path, load)));
  await i18next.changeLanguage(locale);
  dayjs.locale(locale === "zh-CN" ? "zh-cn" : "en");
  document.documentElement.lang = locale;
  localStorage.setItem(remembered, locale);
}

async function addNamespace(locale: Locale, path: string, load: () => Promise<Record<string, unknown>>) {
  const [language, file] = path.split("/").slice(-2) as [string, string];
  const namespace = file.replace(/\.json$/, "");
  if (language === locale && !i18next.hasResourceBundle(locale, namespace))
    i18next.addResourceBundle(locale, namespace, await load());
}
