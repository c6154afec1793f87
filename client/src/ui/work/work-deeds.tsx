import { MoreOutlined } from "@ant-design/icons";
import { Button, type ButtonProps, Dropdown, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { useShortcut } from "../../lib/shortcuts.ts";
import { Later } from "../later.tsx";
import { type Deed, deedsOf, type WorkItem } from "./deeds.ts";
import { useAtOnce } from "./use-at-once.ts";
import "./work.css";

const DeedForms = lazily(() => import("./deed-forms.tsx"), "DeedForms");

interface WorkDeedsProps {
  item: WorkItem;
  /** A step was taken: where one works off a list, the next comes. */
  onDone?: () => void;
}

const nothing = () => undefined;

/** What the viewer may do with an item now; where a key does it too, its tooltip tells. */
export function WorkDeeds({ item, onDone = nothing }: WorkDeedsProps) {
  const { t } = useTranslation("work");
  const [asked, setAsked] = useState<Deed>();
  const [open, setOpen] = useState(false);
  const deeds = deedsOf(item);
  const near = deeds.filter(({ isNear }) => isNear);
  const far = deeds.filter(({ isNear }) => !isNear);
  if (deeds.length === 0) return null;
  function ask(deed: Deed) {
    setAsked(deed);
    setOpen(true);
  }
  return (
    <div className="work-deeds">
      {near.map((deed, index) => {
        const shared = { deed, type: index === 0 ? ("primary" as const) : ("default" as const), isFree: !open };
        return "plain" in deed || "assess" in deed ? (
          <AtOnce key={deed.action} {...shared} deed={deed} item={item} onDone={onDone} />
        ) : (
          <DeedButton key={deed.action} {...shared} onDo={() => ask(deed)} />
        );
      })}
      {far.length > 0 ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: far.map((deed) => ({
              key: deed.action,
              label: t(`deed.${deed.word}`),
              danger: deed.danger,
              onClick: () => ask(deed),
            })),
          }}
        >
          <Button icon={<MoreOutlined />} aria-haspopup="menu">
            {t("more")}
          </Button>
        </Dropdown>
      ) : null}
      <Later when={open}>
        {asked ? (
          <DeedForms item={item} deed={asked} open={open} onClose={() => setOpen(false)} onDone={onDone} />
        ) : null}
      </Later>
    </div>
  );
}

interface DeedButtonProps {
  deed: Deed;
  type: ButtonProps["type"];
  loading?: boolean;
  /** No dialog is open over it, so that its key means it. */
  isFree: boolean;
  onDo: () => void;
}

function DeedButton({ deed, type, loading, isFree, onDo }: DeedButtonProps) {
  const { t } = useTranslation("work");
  useShortcut(deed.key ?? "", { text: t(`deed.${deed.word}`) }, onDo, deed.key !== undefined && isFree);
  const button = (
    <Button type={type} danger={deed.danger} loading={loading} onClick={onDo}>
      {t(`deed.${deed.word}`)}
    </Button>
  );
  if (!deed.key) return button;
  return <Tooltip title={t("byKey", { key: deed.key.toUpperCase() })}>{button}</Tooltip>;
}

function AtOnce({
  item,
  onDone,
  ...button
}: Omit<DeedButtonProps, "onDo" | "deed"> & {
  item: WorkItem;
  deed: Parameters<typeof useAtOnce>[0];
  onDone: () => void;
}) {
  const [act, running] = useAtOnce(button.deed, item, onDone);
  return <DeedButton {...button} loading={running} onDo={act} />;
}
