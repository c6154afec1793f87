import { RecomputationsDocument, type RecomputationsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dueText } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { ToItem } from "../../ui/work/to-item.tsx";
import "./deadlines.css";

type Moved = RecomputationsQuery["recomputations"];

/** Which due times a new rule or calendar moved, the newest first. */
export function MovedSection({ since }: { since?: string }) {
  const { t } = useTranslation("deadline-rules");
  const read = useRead(RecomputationsDocument, { since });
  return (
    <Section title={t(since ? "moved.since" : "moved.title")}>
      <AwaitData read={read} rows={2}>
        {({ recomputations }) =>
          recomputations.nodes.length === 0 ? (
            <p className="note">{t(since ? "moved.notYet" : "moved.none")}</p>
          ) : (
            <MovedTable moved={recomputations} />
          )
        }
      </AwaitData>
    </Section>
  );
}

function MovedTable({ moved: { nodes, totalCount } }: { moved: Moved }) {
  const { t } = useTranslation(["deadline-rules", "work"]);
  return (
    <>
      <Scrolled name={t("moved.title")}>
        <table className="deadline-lines">
          <thead>
            <tr>
              <th scope="col">{t("moved.at")}</th>
              <th scope="col">{t("work:one")}</th>
              <th scope="col">{t("moved.clock")}</th>
              <th scope="col">{t("moved.before")}</th>
              <th scope="col">{t("moved.after")}</th>
              <th scope="col">{t("moved.number")}</th>
            </tr>
          </thead>
          <tbody>
            {nodes.map(({ id, at, item, clock, dueBefore, dueAfter }) => (
              <tr key={id}>
                <td className="date">
                  <DateText value={at} minutes />
                </td>
                <td>
                  <ToItem item={item} />
                </td>
                <td>{clock && t(`work:clock.${clock}`)}</td>
                <td className="date">{dueBefore && dueText(dueBefore)}</td>
                <td className="date">{dueAfter && dueText(dueAfter)}</td>
                <td>{item.number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {totalCount > nodes.length ? (
        <p className="note">{t("moved.more", { count: totalCount - nodes.length })}</p>
      ) : null}
    </>
  );
}
