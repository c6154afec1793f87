import { Button } from "antd";
import type { ReactNode } from "react";
import { Later } from "../later.tsx";

export interface CreationDialog {
  open: boolean;
  onClose: () => void;
  /** Opens what was made, by what the address calls it. */
  onMade: (key: string) => void;
}

/** Something new that one may make on the page, and the dialog for it. */
export interface Creation {
  text: string;
  icon?: ReactNode;
  /** Whether the viewer may: by `viewerMay`. */
  may: boolean;
  renderDialog: (dialog: CreationDialog) => ReactNode;
}

interface CreationsProps {
  /** The last one is what one mostly comes for. */
  creations: readonly Creation[];
  onCreate: (text: string) => void;
}

export const CreationButtons = ({ creations, onCreate }: CreationsProps) =>
  creations.map(({ text, icon }, index) => (
    <Button
      key={text}
      type={index === creations.length - 1 ? "primary" : "default"}
      icon={icon}
      onClick={() => onCreate(text)}
    >
      {text}
    </Button>
  ));

interface DialogsProps extends Omit<CreationDialog, "open"> {
  creations: readonly Creation[];
  open: string | undefined;
}

export const CreationDialogs = ({ creations, open, ...dialog }: DialogsProps) =>
  creations.map((creation) => (
    <Later key={creation.text} when={open === creation.text}>
      {creation.renderDialog({ ...dialog, open: open === creation.text })}
    </Later>
  ));
