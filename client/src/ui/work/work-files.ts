import { useTranslation } from "react-i18next";
import { type FilePart, personAt } from "../table-columns.ts";

/** What stands of work in a file: the screen's words of the facts that its cells are made of. */
export function useWorkFiles() {
  const { t } = useTranslation(["work", "words"]);
  return {
    kind: [
      { path: "kind", words: { ...t("work:kind", { returnObjects: true }), ORDER: "" } },
      { path: "orderKind", words: t("work:orderKind", { returnObjects: true }) },
    ],
    state: [
      { path: "state", words: t("work:state", { returnObjects: true }) },
      { path: "isSuspended", words: { true: t("work:light.suspended"), false: "" } },
      { path: "outcome", words: { ...t("work:outcome", { returnObjects: true }), ACCEPTED: "" } },
    ],
    address: [
      "grid.name",
      { path: "duty", words: t("words:duty", { returnObjects: true }) },
      "unit.name",
      "partner.name",
      personAt("member"),
    ],
    answerers: [{ path: "isVacant", words: { true: t("work:vacant"), false: "" } }, personAt("responsible")],
    light: [{ path: "isOpen", words: { true: "", false: t("work:light.over") } }, "nextDueAt"],
  } satisfies Record<string, readonly FilePart[]>;
}
