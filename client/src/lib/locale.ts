import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

const remembered = "maple.locale";
const files = import.meta.glob<Record<string, unknown>>("../messages/*/*.json", { import: "default" });

/** All that is said before one is inside. */
const atTheDoor = new Set(["shell", "sign-in"]);
let isInside = false;

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

/** The words of all pages, in the language in use and in those it is changed to. */
export async function loadWordsInside() {
  isInside = true;
  await loadWords(currentLocale());
}

export async function changeLocale(locale: Locale) {
  await loadWords(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  localStorage.setItem(remembered, locale);
}

const loadWords = (locale: Locale) =>
  Promise.all(Object.entries(files).map(([path, load]) => addNamespace(locale, path, load)));

async function addNamespace(locale: Locale, path: string, load: () => Promise<Record<string, unknown>>) {
  const [language, file] = path.split("/").slice(-2) as [string, string];
  const namespace = file.replace(/\.json$/, "");
  if (language !== locale || (!isInside && !atTheDoor.has(namespace))) return;
  if (!i18next.hasResourceBundle(locale, namespace)) i18next.addResourceBundle(locale, namespace, await load());
}
