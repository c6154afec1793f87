import { useTranslation } from "react-i18next";

type Words = Record<string, Record<string, string>>;

/** Every action that has words. */
export function useActionChoices() {
  const { t } = useTranslation("history");
  const words = t("action", { returnObjects: true }) as Words;
  return Object.entries(words).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, label]) => ({ value: `${noun}.${verb}`, label })),
  );
}

export function useTypeChoices() {
  const { t } = useTranslation("history");
  const words = t("entity", { returnObjects: true }) as Record<string, string>;
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
