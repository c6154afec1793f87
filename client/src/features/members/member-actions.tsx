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
  return (
    <div className="row-actions">
      {may(member, "UPDATE_MEMBER") ? <Button onClick={() => setDoing("update")}>{t("update")}</Button> : null}
      {may(member, "TRANSFER_MEMBER") ? <Button onClick={() => setDoing("transfer")}>{t("transfer.do")}</Button> : null}
      {may(member, "RETURN_MEMBER") ? <Button onClick={() => setDoing("return")}>{t("return.do")}</Button> : null}
      {may(member, "MEMBER_LEAVES") ? (
        <Button danger onClick={() => setDoing("leave")}>
          {t("leave.do")}
        </Button>
      ) : null}
      <UpdateMemberDialog member={member} open={doing === "update"} onClose={done} />
      <TransferDialog member={member} open={doing === "transfer"} onClose={done} />
      <LeaveDialog member={member} open={doing === "leave"} onClose={done} />
      <ReturnDialog member={member} open={doing === "return"} onClose={done} />
    </div>
  );
}
