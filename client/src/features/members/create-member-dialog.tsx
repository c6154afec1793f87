import { CreateMemberDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useBeginning } from "../../ui/use-units.ts";
import { MemberFields, type NewMemberValues } from "./member-fields.tsx";
import { takesMembers } from "./takes-members.ts";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
  /** A unit that the page shows: when it takes members, the new one begins there. */
  unitOf: string | undefined;
}

export function CreateMemberDialog({ open, onClose, onMade, unitOf }: DialogProps) {
  const { t } = useTranslation("members");
  const [createMember] = useCommand(CreateMemberDocument);
  const beginning = useBeginning(takesMembers, unitOf, !open);
  async function submit({ phone, ...values }: NewMemberValues) {
    const { data, problem } = await createMember({ ...values, phone: phone || null });
    if (data) onMade(data.createMember.id);
    return problem;
  }
  return (
    <FormDialog<NewMemberValues>
      title={t("create")}
      open={open && beginning !== undefined}
      onClose={onClose}
      onSubmit={submit}
      okText={t("createOk")}
      initialValues={{ unitId: beginning?.unitId }}
      width={640}
    >
      <MemberFields isNew />
    </FormDialog>
  );
}
