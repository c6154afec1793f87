import { AddSealedContactDocument, type PartyRole } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { ContactFields } from "./contact-fields.tsx";
import type { MatterDialogProps } from "./matter.ts";
import { partyRoles } from "./work-glossary.ts";

interface Values {
  role: PartyRole;
  contact: string;
}

/** How a party may be reached, sealed as it is sent. */
export function AddContactDialog({ matter, open, onClose }: MatterDialogProps) {
  const { t } = useTranslation("work");
  const [addSealedContact] = useCommand(AddSealedContactDocument);
  const { id: matterId, title, contacts } = matter;
  const free = partyRoles.find((role) => !contacts.some((contact) => contact.role === role));
  return (
    <FormDialog<Values>
      title={t("deedTitle", { deed: t("party.add"), title })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await addSealedContact({ matterId, ...values })).problem}
      okText={t("party.addDo")}
      initialValues={{ role: free }}
    >
      <ContactFields roleNote={t("party.inPlace")} />
    </FormDialog>
  );
}
