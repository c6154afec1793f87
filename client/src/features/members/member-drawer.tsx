import { MemberDetailsDocument, type MemberDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { WaitingHandovers } from "../../ui/work/waiting-handovers.tsx";
import { OpenWork } from "../../ui/work/work-lines.tsx";
import { AbsenceSection } from "./absence-section.tsx";
import { MemberActions } from "./member-actions.tsx";
import { MemberFacts } from "./member-facts.tsx";
import type { Member } from "./member.ts";
import { PostSection } from "./post-section.tsx";
import { UnitHistory } from "./unit-history.tsx";

interface MemberDrawerProps {
  id: string | undefined;
  onClose: () => void;
}

export function MemberDrawer({ id, onClose }: MemberDrawerProps) {
  const { t } = useTranslation("members");
  return (
    <DetailsDrawer
      open={id}
      onClose={onClose}
      read={useRead(MemberDetailsDocument, { id: id ?? "" }, id === undefined)}
      find={memberOf}
      renderTitle={({ name, badge }) => <PersonName name={name} badge={badge} />}
      one={t("one")}
      gone={t("gone")}
      width={720}
    >
      {(member) => <MemberBody member={member} />}
    </DetailsDrawer>
  );
}

const memberOf = ({ node }: MemberDetailsQuery): Member | undefined => (node && "badge" in node ? node : undefined);

const MemberBody = ({ member }: { member: Member }) => (
  <div className="member-body">
    <MemberActions member={member} />
    <MemberFacts member={member} />
    <PostSection member={member} />
    <WaitingHandovers memberId={member.id} />
    <OpenWork of={member.id} />
    <UnitHistory member={member} />
    <AbsenceSection member={member} />
    <ChangeList changes={member.history} />
  </div>
);
