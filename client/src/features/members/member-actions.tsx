import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import type { Member } from "./member.ts";
import { ReturnDialog } from "./return-dialog.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";
import { UpdateMemberDialog } from "./update-member-dialog.tsx";

export function MemberActions({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const [doing, setDoing] = useState<"update" | "transfer" | "leave" | "return">();
  const done = () => setDoing(undefined);
  if (!may(member, "MANAGE_MEMBERS")) return null;
  return (
    <div className="member-actions">
      <Button onClick={() => setDoing("update")}>{t("update")}</Button>
      {member.leftOn ? null : <Button onClick={() => setDoing("transfer")}>{t("transfer.do")}</Button>}
      {member.leftOn ? (
        <Button onClick={() => setDoing("return")}>{t("return.do")}</Button>
      ) : (
        <Button danger onClick={() => setDoing("leave")}>
          {t("leave.do")}
        </Button>
      )}
      <UpdateMemberDialog member={member} open={doing === "update"} onClose={done} />
      <TransferDialog member={member} open={doing === "transfer"} onClose={done} />
      <LeaveDialog member={member} open={doing === "leave"} onClose={done} />
      <ReturnDialog member={member} open={doing === "return"} onClose={done} />
    </div>
  );
}
