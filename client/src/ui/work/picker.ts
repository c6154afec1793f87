import type { Choice } from "../found-select.tsx";

/** Chooses one thing that is sought on the server, and tells its name with it. */
export interface PickerProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined, name?: string) => void;
  /** What was chosen before anything was sought. */
  named?: Choice | null | undefined;
}
