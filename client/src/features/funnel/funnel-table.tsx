import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { Scrolled } from "../../ui/scrolled.tsx";
import { type Asked, type Figures, figures, onTimeOf, rowsOf, type Stage } from "./figures.ts";

interface TableProps {
  stages: readonly Stage[];
  sum: Figures;
  asked: Asked;
}

/** Each figure leads to the desk with the rows that it counts. */
export function FunnelTable({ stages, sum, asked }: TableProps) {
  const { t } = useTranslation(["funnel", "work", "page"]);
  return (
    <Scrolled name={t("page:funnel.title")}>
      <table className="funnel-table">
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {t(`figure.${figure}`)}
              </th>
            ))}
            <th scope="col">{t("onTimeRate")}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <Line
              key={stage.orderKind}
              name={t(`work:orderKind.${stage.orderKind}`)}
              counts={stage}
              kind={stage.orderKind}
              asked={asked}
            />
          ))}
        </tbody>
        <tfoot>
          <Line name={t("all")} counts={sum} asked={asked} />
        </tfoot>
      </table>
    </Scrolled>
  );
}

interface LineProps {
  name: string;
  counts: Figures;
  kind?: Stage["orderKind"];
  asked: Asked;
}

function Line({ name, counts, kind, asked }: LineProps) {
  const { t } = useTranslation("funnel");
  const onTime = onTimeOf(counts);
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure) => {
        const count = countText(counts[figure]);
        return (
          <td key={figure}>
            <Link
              to="/dispatch"
              search={rowsOf(figure, asked, kind)}
              aria-label={t("opens", { kind: name, figure: t(`figure.${figure}`), count })}
            >
              {count}
            </Link>
          </td>
        );
      })}
      <td>{onTime === undefined ? "—" : `${onTime}%`}</td>
    </tr>
  );
}
