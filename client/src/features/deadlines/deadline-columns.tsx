import type { DeadlineRuleFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { Light } from "../../ui/light.tsx";
import { useTimeWords } from "../../ui/work/time-words.ts";
import { useWorkFiles } from "../../ui/work/work-files.ts";
import { urgencyTones, useWorkWords } from "../../ui/work/work-words.ts";
import type { RuleFor } from "./subject.ts";
import { times } from "./times.ts";

interface Row {
  id: string;
  ruleFor: RuleFor;
  rule: DeadlineRuleFieldsFragment | undefined;
}

export function useDeadlineColumns(): Column<Row>[] {
  const { t } = useTranslation(["deadline-rules", "work"]);
  const { kindOf } = useWorkWords();
  const files = useWorkFiles();
  const timeWords = useTimeWords();
  return [
    {
      key: "kind",
      saidBy: "kind",
      title: t("kind"),
      width: 110,
      render: ({ ruleFor }) => kindOf(ruleFor),
      file: files.kind,
    },
    {
      key: "urgency",
      saidBy: "urgency",
      title: t("urgency"),
      width: 110,
      render: ({ ruleFor: { urgency } }) => <Light tone={urgencyTones[urgency]}>{t(`work:urgency.${urgency}`)}</Light>,
      file: { path: "urgency", words: t("work:urgency", { returnObjects: true }) },
    },
    ...times.map((time) => ({
      key: time,
      title: t(`time.${time}`),
      width: 140,
      render: ({ rule }: Row) => (rule ? (timeWords(rule[time], rule.unit) ?? "—") : t("unset")),
      file: [time, { path: "unit", words: t("units", { returnObjects: true }) }],
    })),
    {
      key: "warn",
      title: t("warn"),
      width: 110,
      render: ({ rule }) => rule && t("warnAt", { percent: rule.warnAtPercent }),
      file: { path: "warnAtPercent", words: { "*": t("warnAt", { percent: "{}" }) } },
    },
    {
      key: "escalate",
      title: t("escalate"),
      render: ({ rule }) => rule && (timeWords(rule.escalateAfter, "MINUTES") ?? t("never")),
      file: { path: "escalateAfter", words: { "": t("never") } },
    },
  ];
}
