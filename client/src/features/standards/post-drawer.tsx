import { type StandardFieldsFragment, StandardsOfPostDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { ChangeList } from "../../ui/change-list.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import { Section } from "../../ui/section.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { keyOf, type Post } from "./post.ts";
import { SetStandardDialog } from "./set-standard-dialog.tsx";
import { usePostWords } from "./use-post-words.ts";

interface PostDrawerProps {
  post: Post | undefined;
  onClose: () => void;
}

export function PostDrawer({ post, onClose }: PostDrawerProps) {
  const { t } = useTranslation("standards");
  const { postWords } = usePostWords();
  return (
    <SideDrawer open={post && keyOf(post)} title={post ? postWords(post) : t("one")} onClose={onClose}>
      {post ? <PostHistory key={keyOf(post)} post={post} /> : null}
    </SideDrawer>
  );
}

function PostHistory({ post }: { post: Post }) {
  const { t } = useTranslation("standards");
  const { bureau } = useViewer();
  const [isSetting, setSetting] = useState(false);
  const read = useRead(StandardsOfPostDocument, { ...post });
  return (
    <AwaitData read={read}>
      {({ staffingStandards }) => {
        const newest = staffingStandards.toReversed();
        const current = newest.find(isInForce) ?? newest[0];
        return (
          <>
            <Section
              title={t("periods")}
              actions={
                may(current ?? bureau, "MANAGE_STANDARDS") ? (
                  <Button type="primary" onClick={() => setSetting(true)}>
                    {t("set")}
                  </Button>
                ) : undefined
              }
            >
              {newest.length === 0 ? <p className="note">{t("never")}</p> : <Periods standards={newest} />}
            </Section>
            <ChangeList changes={newest.flatMap(({ history }) => history)} />
            <SetStandardDialog post={post} current={current} open={isSetting} onClose={() => setSetting(false)} />
          </>
        );
      }}
    </AwaitData>
  );
}

const now = () => new Date().toISOString();
const isPlanned = ({ startsAt }: StandardFieldsFragment) => startsAt > now();
const isInForce = (standard: StandardFieldsFragment) =>
  !isPlanned(standard) && (standard.endsAt === null || standard.endsAt > now());

/** Past, present and planned standards of one post, the latest first. */
function Periods({ standards }: { standards: readonly StandardFieldsFragment[] }) {
  const { t } = useTranslation("standards");
  const { rangeWords } = usePostWords();
  return (
    <table className="standard-periods">
      <thead>
        <tr>
          <th scope="col">{t("range")}</th>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("until")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {standards.map((standard) => (
          <tr key={standard.id}>
            <td>{rangeWords(standard)}</td>
            <td>
              <DateText value={standard.startsAt} minutes="telling" />
            </td>
            <td>
              <DateText value={standard.endsAt} minutes="telling" />
            </td>
            <td>
              <PeriodLight standard={standard} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PeriodLight({ standard }: { standard: StandardFieldsFragment }) {
  const { t } = useTranslation("standards");
  if (isPlanned(standard)) return <Light tone="accent">{t("planned")}</Light>;
  return isInForce(standard) ? <Light tone="good">{t("inForce")}</Light> : <Light tone="quiet">{t("over")}</Light>;
}
