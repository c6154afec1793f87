import { Input, Modal } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLayer } from "../lib/layers.ts";
import { rememberOpened } from "../lib/recent.ts";
import { PaletteList } from "./palette-list.tsx";
import { type Choice, usePaletteChoices } from "./use-palette-choices.ts";

interface PaletteProps {
  open: boolean;
  onClose: () => void;
  /** Shows the keys of the page. */
  onKeys: () => void;
}

/** Ctrl K: go to a page, a unit, a grid or a member by a few letters, or do something. */
export function Palette({ open, onClose, onKeys }: PaletteProps) {
  const { t } = useTranslation("shell");
  useLayer(open, onClose);
  const hasGone = useRef(false);
  function focusWhereItLed() {
    if (hasGone.current) focusOpened();
    hasGone.current = false;
  }
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
      afterClose={focusWhereItLed}
    >
      <PaletteBox
        onDone={(led) => {
          hasGone.current = led;
          onClose();
        }}
        onKeys={onKeys}
      />
    </Modal>
  );
}

/** The keys go on where it led: in the drawer that it opened, or on the page. */
function focusOpened() {
  const drawer = document.querySelector<HTMLElement>(".ant-drawer-open .drawer-content");
  (drawer ?? document.getElementById("main"))?.focus();
}

interface PaletteBoxProps {
  /** Something was chosen; whether it leads to a place. */
  onDone: (leads: boolean) => void;
  onKeys: () => void;
}

function PaletteBox({ onDone, onKeys }: PaletteBoxProps) {
  const { t } = useTranslation("shell");
  const listId = useId();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { choices, problem, searching } = usePaletteChoices(text, onKeys);
  const [isEntered, setEntered] = useState(false);
  const chosen = choices[Math.min(at, choices.length - 1)];

  // Enter right after typing means what is then found.
  const enter = useEffectEvent(() => go(chosen));
  useEffect(() => {
    if (isEntered && !searching) enter();
  }, [isEntered, searching]);

  function go(choice: Choice | undefined) {
    if (!choice) return;
    onDone(choice.sort !== "acts");
    if (choice.sort === "acts") return choice.run();
    if (choice.sort !== "pages") rememberOpened({ ...choice, sort: choice.sort });
    void navigate({ to: choice.to, search: (choice.search ?? {}) as never });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Enter: 0 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (step !== 0) setAt(Math.max(Math.min(at + step, choices.length - 1), 0));
    else if (chosen) go(chosen);
    else setEntered(true);
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
        onChange={(event) => (setText(event.target.value), setAt(0), setEntered(false))}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={listId} choices={choices} chosen={chosen} onChoose={go} />
      {problem ? <p role="alert">{problem.message}</p> : null}
      {searching ? <p className="absent">{t("palette.searching")}</p> : null}
      {choices.length === 0 && !searching && !problem ? <p className="absent">{t("palette.nothing")}</p> : null}
    </div>
  );
}
