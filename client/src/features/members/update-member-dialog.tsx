import { UpdateMemberDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { MemberFields, type MemberValues } from "./member-fields.tsx";
import type { Member } from "./member.ts";

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

export function UpdateMemberDialog({ member, open, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [updateMember] = useCommand(UpdateMemberDocument);
  const { id, version, name, badge, kind, phone, joinedOn } = member;
  const submit = async (values: MemberValues) =>
    (
      await updateMember({
        ...values,
        id,
        expectedVersion: version,
        // What stands there is the masked number: left alone, the number stays as it is.
        phone: values.phone === phone ? undefined : values.phone || null,
        joinedOn: values.joinedOn ?? null,
      })
    ).problem;
  return (
    <FormDialog<MemberValues>
      title={t("updateTitle", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{
        name,
        badge,
        kind,
        phone: phone ?? undefined,
        joinedOn: joinedOn ?? undefined,
      }}
      width={640}
    >
      <MemberFields />
    </FormDialog>
  );
}
