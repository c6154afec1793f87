import { ReaddressWorkDocument } from "@maple-bridge/schema/documents";
import { type AddressValues, addressOf, placesOf } from "./address.ts";
import { AddressFields } from "./address-fields.tsx";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import { WhyField } from "./why-field.tsx";

export function ReaddressDialog(props: DeedProps) {
  const { id, orderKind, grid } = props.item;
  return (
    <DeedDialog
      {...props}
      document={ReaddressWorkDocument}
      inputOf={({ reason, ...address }: AddressValues & { reason?: string }) => ({
        id,
        reason,
        to: addressOf(address),
      })}
    >
      <AddressFields places={placesOf[orderKind ?? "TASK"]} grid={grid} />
      <WhyField />
    </DeedDialog>
  );
}
