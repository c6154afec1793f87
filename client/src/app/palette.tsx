import { Input, Modal } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
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
  const chosen = useRef<Choice["sort"]>(undefined);
  const before = useFocusBefore(open);
  /** What it did may have opened a dialog, which has the focus. */
  function focusWhereItLed() {
    if (chosen.current === undefined) before.current?.focus();
    else if (chosen.current !== "acts") focusOpened();
    chosen.current = undefined;
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
      focusable={{ focusTriggerAfterClose: false }}
      afterClose={focusWhereItLed}
    >
      <PaletteBox
        onDone={(sort) => {
          chosen.current = sort;
          onClose();
        }}
        onKeys={onKeys}
      />
    </Modal>
  );
}

/** Where the focus was when it opened. */
function useFocusBefore(open: boolean) {
  const before = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (open && document.activeElement instanceof HTMLElement) before.current = document.activeElement;
  }, [open]);
  return before;
}

/** The keys go on where it led: in the drawer that it opened, or on the page. */
function focusOpened() {
  const drawer = document.querySelector<HTMLElement>(".ant-drawer-open .drawer-content");
  (drawer ?? document.getElementById("main"))?.focus();
}

interface PaletteBoxProps {
  /** Something of this sort was chosen. */
  onDone: (sort: Choice["sort"]) => void;
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
    onDone(choice.sort);
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
