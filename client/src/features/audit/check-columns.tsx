import type { ChainCheckFieldsFragment, ChainCheckOrder } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import type { Column } from "../../ui/table-columns.ts";

type Check = ChainCheckFieldsFragment;

export function useCheckColumns(): Column<Check, ChainCheckOrder>[] {
  const { t } = useTranslation(["auditing", "shell"]);
  return [
    {
      key: "at",
      title: t("checks.at"),
      order: "NEWEST",
      width: 150,
      render: ({ at }) => <DateText value={at} minutes />,
      file: "at",
    },
    {
      key: "origin",
      title: t("checks.origin"),
      order: "ORIGIN",
      width: 120,
      saidBy: "origin",
      render: ({ origin }) => t(`checks.of.${origin}`),
      file: { path: "origin", words: t("checks.of", { returnObjects: true }) },
    },
    { key: "actor", title: t("checks.actor"), width: 150, render: ({ actorName }) => actorName, file: "actorName" },
    {
      key: "found",
      title: t("checks.found"),
      width: 190,
      render: ({ result }) => <Found result={result} />,
      file: {
        path: "result.isIntact",
        words: { true: t("checks.intact"), false: t("checks.broken") },
      },
    },
    {
      key: "rows",
      title: t("checks.rows"),
      order: "ROWS",
      width: 170,
      numeric: true,
      render: ({ result }) => (result ? rangeOf(result) : absent),
      file: [{ path: "result.afterSequence" }, { path: "result.throughSequence" }],
    },
    {
      key: "entries",
      title: t("checks.entries"),
      width: 110,
      numeric: true,
      render: ({ result }) => (result ? countText(result.entries) : absent),
      file: "result.entries",
    },
    {
      key: "ended",
      title: t("checks.ended"),
      width: 150,
      render: ({ result }) => (result ? <DateText value={result.finishedAt} minutes /> : absent),
      file: "result.finishedAt",
    },
    {
      key: "hash",
      title: t("checks.hash"),
      render: ({ result }) =>
        result ? <code title={result.throughHash}>{result.throughHash.slice(0, shownOfHash)}</code> : absent,
      file: "result.throughHash",
    },
  ];
}

const absent = <span className="absent">—</span>;
const shownOfHash = 16;

const rangeOf = ({ afterSequence, throughSequence }: NonNullable<Check["result"]>) =>
  throughSequence === afterSequence ? "0" : `${countText(afterSequence + 1)}–${countText(throughSequence)}`;

function Found({ result }: Pick<Check, "result">) {
  const { t } = useTranslation("auditing");
  if (!result) return <Light tone="quiet">{t("checks.noResult")}</Light>;
  const { isIntact, isCutShort, brokenAt } = result;
  if (!isIntact) return <Light tone="bad">{t("checks.brokenAt", { sequence: countText(brokenAt ?? 0) })}</Light>;
  return isCutShort ? (
    <Light tone="soon">{t("checks.cutShort")}</Light>
  ) : (
    <Light tone="good">{t("checks.intact")}</Light>
  );
}
