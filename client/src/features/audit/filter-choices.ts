import { useTranslation } from "react-i18next";

/** Every action that has words. */
export function useActionChoices() {
  const { t } = useTranslation("history");
  const choices = Object.entries(t("action", { returnObjects: true })).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, label]) => ({ value: `${noun}.${verb}`, label })),
  );
  return choices.toSorted(byValue);
}

export function useTypeChoices() {
  const { t } = useTranslation("history");
  const choices = Object.entries(t("entity", { returnObjects: true })).map(([value, label]) => ({ value, label }));
  return choices.toSorted(byValue);
}

/** Whatever order the features' files have come in. */
const byValue = (one: { value: string }, other: { value: string }) => (one.value < other.value ? -1 : 1);
