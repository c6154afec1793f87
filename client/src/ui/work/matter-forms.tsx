import { AddContactDialog } from "./add-contact-dialog.tsx";
import type { MatterDialogProps } from "./matter.ts";
import { MergeMattersDialog } from "./merge-matters-dialog.tsx";
import { MoveMatterDialog } from "./move-matter-dialog.tsx";
import { SettleMatterDialog } from "./settle-matter-dialog.tsx";
import { UpdateMatterDialog } from "./update-matter-dialog.tsx";

const dialogs = {
  settle: SettleMatterDialog,
  update: UpdateMatterDialog,
  move: MoveMatterDialog,
  merge: MergeMattersDialog,
  addContact: AddContactDialog,
};

export type MatterForm = keyof typeof dialogs;

/** The dialog of what is done with a matter. */
export function MatterForms({ form, ...props }: MatterDialogProps & { form: MatterForm }) {
  const Dialog = dialogs[form];
  return <Dialog {...props} />;
}
