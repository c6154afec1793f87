import { useTranslation } from "react-i18next";
import type { Post } from "./post.ts";

export function usePostWords() {
  const { t } = useTranslation(["standards", "words"]);
  return {
    postWords: ({ gridKind, complexity, duty }: Post) =>
      [t(`words:gridKind.${gridKind}`), t(`words:complexity.${complexity}`), t(`words:duty.${duty}`)].join(" · "),
    rangeWords: ({ atLeast, atMost }: { atLeast: number; atMost: number | null }) =>
      atMost === null ? t("leastOnly", { atLeast }) : t("leastAndMost", { atLeast, atMost }),
  };
}
