import { MemberDetailsDocument, type MemberDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { ChangeList } from "../../ui/change-list.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
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
  const read = useRead(MemberDetailsDocument, { id: id ?? "" }, id === undefined);
  const member = memberOf(read.data, id);
  return (
    <SideDrawer
      open={id}
      width={720}
      title={member ? <PersonName name={member.name} badge={member.badge} /> : t("one")}
      onClose={onClose}
    >
      <AwaitData read={read}>
        {(data) => {
          const found = memberOf(data, id);
          return found ? <MemberBody key={found.id} member={found} /> : <EmptyNote title={t("gone")} />;
        }}
      </AwaitData>
    </SideDrawer>
  );
}

const memberOf = (data: MemberDetailsQuery | undefined, id: string | undefined): Member | undefined =>
  data?.node && "badge" in data.node && data.node.id === id ? data.node : undefined;

const MemberBody = ({ member }: { member: Member }) => (
  <div className="member-body">
    <MemberActions member={member} />
    <MemberFacts member={member} />
    <PostSection member={member} />
    <UnitHistory member={member} />
    <AbsenceSection member={member} />
    <ChangeList changes={member.history} />
  </div>
);
