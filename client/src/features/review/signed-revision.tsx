import { SignedRevisionDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { columnsOf, namedBy, type WeekLists } from "./columns.ts";
import { ListColumns } from "./list-columns.tsx";
import { type Count, linesOf } from "./matrix.ts";
import { PaperFoot } from "./paper-foot.tsx";
import { Revisions } from "./revisions.tsx";
import { WeekDays } from "./week-days.tsx";
import { WeekFigures } from "./week-figures.tsx";

interface SignedRevisionProps {
  id: string;
  /** The week that it was a revision of. */
  lists: WeekLists;
  onOpen: (itemId: string) => void;
  /** The lines that a figure counts, and no others. */
  only: Count | undefined;
}

/** A week as it was signed before it was reopened. */
export function SignedRevision({ id, lists, onOpen, only }: SignedRevisionProps) {
  const { t } = useTranslation("review");
  const { member, station, week, scheme } = lists;
  return (
    <AwaitData read={useRead(SignedRevisionDocument, { id })}>
      {({ node }) => {
        if (!node || !("revision" in node)) return <EmptyNote title={t("revision.none")} />;
        const { lines } = node;
        return (
          <>
            <div className="review-bar">
              <WeekDays station={node.stationSigned ?? station.name} week={week} />
            </div>
            <Alert
              className="review-earlier"
              type="warning"
              showIcon
              title={t("revision.earlier", { number: node.revision })}
              description={
                <>
                  {node.signedAt ? t("revision.signed", { signer: node.signer, at: minuteText(node.signedAt) }) : null}
                  <div className="review-digest">{t("signed.digest", { digest: node.digest })}</div>
                </>
              }
              action={
                <Link to="/review/week" search={{ member: member?.id, unit: station.id, week }}>
                  {t("revision.current")}
                </Link>
              }
            />
            <WeekFigures
              lines={lines}
              week={{ member: member?.id, unit: station.id, week, revision: id }}
              only={only}
            />
            <ListColumns
              columns={columnsOf(
                lines,
                namedBy(scheme, { signedAt: node.signedAt, lists: node.lists }),
                () => false,
                only && linesOf(lines, only),
              )}
              comments={node.comments}
              unreadOf={() => undefined}
              onOpen={onOpen}
            />
            <Revisions lists={lists} shownId={id} />
            <PaperFoot
              lists={lists}
              review={{
                revision: node.revision,
                signer: node.signer,
                signedAt: node.signedAt,
                onBehalfOf: node.onBehalfOf,
                digest: node.digest,
                memberSigned: node.memberSigned,
                badgeSigned: node.badgeSigned,
                stationSigned: node.stationSigned,
              }}
            />
          </>
        );
      }}
    </AwaitData>
  );
}
