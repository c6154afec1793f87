import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useLayer } from "../lib/layers.ts";
import { type Shortcut, shortcutsHere } from "../lib/shortcuts.ts";
import "./keys-dialog.css";

interface KeysDialogProps {
  open: boolean;
  onClose: () => void;
}

/** `?`: what the keys do on the page that is open, and on every page. */
export function KeysDialog({ open, onClose }: KeysDialogProps) {
  const { t } = useTranslation(["keys", "shell"]);
  useLayer(open, onClose);
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t("title")}
      closable={{ "aria-label": t("shell:close") }}
      width={560}
      destroyOnHidden
    >
      <Keys />
    </Modal>
  );
}

const onEveryPage = new Set(["find", "keys", "undo"]);
const general = { Enter: "open", "mod+Enter": "send", Esc: "close", Tab: "tab" } as const;

function Keys() {
  const { t } = useTranslation("keys");
  const standing = new Map(shortcutsHere().map((shortcut) => [shortcut.keys, shortcut]));
  const all = [...standing.values()].map(({ keys, does }): Line => [keys, wordsOf(does), isEverywhere(does)]);
  const own = all.filter(([, , everywhere]) => !everywhere);
  const everywhere: Line[] = [
    ...all.filter(([, , isOnEveryPage]) => isOnEveryPage),
    ...Object.entries(general).map(([keys, does]): Line => [keys, t(`general.${does}`), true]),
  ];
  function wordsOf(does: Shortcut["does"]) {
    return typeof does === "string" ? t(`does.${does}`) : does.text;
  }
  return (
    <div className="keys-dialog">
      {own.length > 0 ? <KeyList title={t("here")} lines={own} /> : null}
      <KeyList title={t("everywhere")} lines={everywhere} />
      <p className="absent">{t("note")}</p>
    </div>
  );
}

type Line = [keys: string, does: string, isOnEveryPage: boolean];

const isEverywhere = (does: Shortcut["does"]) => typeof does === "string" && onEveryPage.has(does);

function KeyList({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split("+").map((key) => (
                <kbd key={key}>{nameOf(key)}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isMac = /Mac/.test(navigator.userAgent);
const nameOf = (key: string) => (key === "mod" ? (isMac ? "⌘" : "Ctrl") : key.length === 1 ? key.toUpperCase() : key);
