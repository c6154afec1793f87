import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import { ImpactList } from "./impact-list.tsx";
import type { Member } from "./member.ts";
import { useImpact } from "./use-impact.ts";

interface AbsenceImpactProps {
  member: Member;
  from: string | undefined;
}

/** The seats that the member holds meanwhile, and whether somebody stands in for them; the form says until when and who. */
export function AbsenceImpact({ member, from }: AbsenceImpactProps) {
  const { t } = useTranslation("members");
  const to = Form.useWatch<string | undefined>("to");
  const substituteId = Form.useWatch<string | undefined>("substituteId");
  const posts = useImpact(member, from, to);
  if (!from) return null;
  if (posts.length === 0) return <p className="note">{t("impact.none")}</p>;
  return (
    <>
      <div>{t("impact.absence", { count: posts.length })}</div>
      <ImpactList
        posts={posts}
        from={from}
        renderState={() =>
          substituteId ? (
            <Light tone="good">{t("impact.standsIn")}</Light>
          ) : (
            <Light tone="bad">{t("nobodyStandsIn")}</Light>
          )
        }
      />
    </>
  );
}
