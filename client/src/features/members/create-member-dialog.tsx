import { CreateMemberDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { MemberFields, type MemberValues } from "./member-fields.tsx";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
  /** The unit whose members are on the screen. */
  unitId: string | undefined;
}

export function CreateMemberDialog({ open, onClose, onMade, unitId }: DialogProps) {
  const { t } = useTranslation("members");
  const [createMember] = useCommand(CreateMemberDocument);
  async function submit({ phone, ...values }: MemberValues) {
    const { data, problem } = await createMember({ ...values, phone: phone || null });
    if (data) onMade(data.createMember.id);
    return problem;
  }
  return (
    <FormDialog<MemberValues>
      title={t("create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("createOk")}
      initialValues={{ unitId }}
      width={640}
    >
      <MemberFields />
    </FormDialog>
  );
}
