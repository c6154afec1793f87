import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

const remembered = "maple.locale";
type Said = Record<string, object>;
const files = import.meta.glob<Said>("../messages/*/*.json", { import: "default" });

/** Parts of a feature's file that are said everywhere: its pages' names, and what the audit log tells of its deeds. */
const everywhere = ["page", "history"];

/** All that is said before one is inside. */
const atTheDoor = new Set(["shell", "sign-in"]);
let isInside = false;

/** All that the phone's pages say. */
const onPhone = new Set(["phone", "work", "words", "photos"]);
let isPhone = false;

/** What only some parts of the inside say: it is loaded with the first of them. */
const partOf: Record<string, string> = {
  workbench: "workbench",
  proposals: "workbench",
  work: "work",
  photos: "work",
  undo: "work",
  bulk: "bulk",
  "grid-drawer": "bulk",
  funnel: "work",
  compare: "work",
  review: "work",
  rechecks: "work",
  "deadline-rules": "work",
  "matter-categories": "work",
  checklists: "work",
  ledgers: "work",
  members: "members",
  accounts: "setting-up",
  api: "setting-up",
  audit: "setting-up",
  auditing: "auditing",
  import: "setting-up",
  calendar: "setting-up",
  organisation: "setting-up",
  standards: "setting-up",
  "duty-catalogue": "setting-up",
  phone: "phone",
  "list-tools": "list-tools",
  pictures: "pictures",
  coming: "pictures",
  keys: "keys",
};
const wanted = new Set<string>();

const isHeard = (namespace: string) =>
  atTheDoor.has(namespace) ||
  (isPhone && onPhone.has(namespace)) ||
  (partOf[namespace] === undefined ? isInside : wanted.has(partOf[namespace]));

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

/** The same for the phone's pages, which are few. */
export async function loadWordsOnPhone() {
  isPhone = true;
  await loadWords(currentLocale());
}

/** Loads a part of the inside together with what it says. */
export const withWords =
  <Part>(
    part: "work" | "workbench" | "members" | "setting-up" | "auditing" | "list-tools" | "bulk" | "keys" | "pictures",
    load: () => Promise<Part>,
  ) =>
  async (): Promise<Part> => {
    wanted.add(part);
    const [loaded] = await Promise.all([load(), loadWords(currentLocale())]);
    return loaded;
  };

export async function changeLocale(locale: Locale) {
  await loadWords(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  localStorage.setItem(remembered, locale);
}

const loadWords = (locale: Locale) =>
  Promise.all(Object.entries(files).map(([path, load]) => addNamespace(locale, path, load)));

async function addNamespace(locale: Locale, path: string, load: () => Promise<Said>) {
  const [language, file] = path.split("/").slice(-2) as [string, string];
  const namespace = file.replace(/\.json$/, "");
  if (language !== locale || !isHeard(namespace)) return;
  const said = await load();
  i18next.addResourceBundle(locale, namespace, said, true);
  for (const part of everywhere) if (said[part]) i18next.addResourceBundle(locale, part, said[part], true);
}
