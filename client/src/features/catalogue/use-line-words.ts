import { useTranslation } from "react-i18next";
import { type Head, headOf, type Owner } from "./line.ts";

/** The words for whose lines they are. */
export function useLineWords() {
  const { t } = useTranslation(["duty-catalogue", "words"]);
  const headWords = (head: Head): string => {
    switch (head) {
      case "STATION":
      case "COMMAND_ROOM":
      case "DESK":
      case "POLICE_ROOM":
        return t(`words:unitKind.${head}`);
      default:
        return t(`words:duty.${head}`);
    }
  };
  const partWords = ({ gridKind, level }: Pick<Owner, "gridKind" | "level">): string | undefined => {
    if (gridKind) return t(`words:gridKind.${gridKind}`);
    return level === null ? undefined : t("levelOf", { level });
  };
  const ownerWords = (owner: Owner) => [headWords(headOf(owner)), partWords(owner)].filter(Boolean).join(" · ");
  return { headWords, partWords, ownerWords };
}
