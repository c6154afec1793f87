import { Input, Modal } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { PaletteList } from "./palette-list.tsx";
import { type Choice, usePaletteChoices } from "./use-palette-choices.ts";

interface PaletteProps {
  open: boolean;
  onClose: () => void;
}

/** Ctrl K: go to a page, a unit, a grid or a member by a few letters. */
export function Palette({ open, onClose }: PaletteProps) {
  const { t } = useTranslation("shell");
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      title={t("palette.open")}
      styles={{ header: { display: "none" } }}
      width={560}
      style={{ top: 80 }}
      destroyOnHidden
    >
      <PaletteBox onDone={onClose} />
    </Modal>
  );
}

function PaletteBox({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("shell");
  const listId = useId();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { choices, searching } = usePaletteChoices(text);
  const chosen = choices[Math.min(at, choices.length - 1)];

  function go(choice: Choice | undefined) {
    if (!choice) return;
    onDone();
    void navigate({ to: choice.to, search: (choice.search ?? {}) as never });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Enter: 0 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (step === 0) go(chosen);
    else setAt(Math.min(Math.max(at + step, 0), choices.length - 1));
  }

  return (
    <div className="palette">
      <Input
        autoFocus
        size="large"
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        aria-label={t("palette.open")}
        placeholder={t("palette.hint")}
        value={text}
        onChange={(event) => (setText(event.target.value), setAt(0))}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={listId} choices={choices} chosen={chosen} onChoose={go} />
      {choices.length === 0 ? <p className="absent">{t(searching ? "palette.searching" : "palette.nothing")}</p> : null}
    </div>
  );
}
