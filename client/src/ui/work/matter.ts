import type { WorkItem } from "./deeds.ts";

export type Matter = NonNullable<WorkItem["matter"]>;

/** What each dialog of a matter is given. */
export interface MatterDialogProps {
  matter: Matter;
  open: boolean;
  onClose: () => void;
  /** Goes to an item of work. */
  onOpen: (itemId: string) => void;
}

/** Where one goes who wants to see a matter: to work that is open, or else to what there was first. */
export const itemToOpen = <Item extends { isOpen: boolean }>(items: readonly Item[]) =>
  items.find(({ isOpen }) => isOpen) ?? items[0];
