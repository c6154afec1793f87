import type { MyWorkQuery } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useRowWalk } from "../../ui/use-row-walk.ts";
import { deedsOf } from "../../ui/work/deeds.ts";
import { DueTime } from "../../ui/work/due-time.tsx";
import { useAtOnce } from "../../ui/work/use-at-once.ts";
import { WorkAddress } from "../../ui/work/work-address.tsx";
import { WorkLight } from "../../ui/work/work-light.tsx";
import { WorkMarks } from "../../ui/work/work-marks.tsx";
import { useWorkWords } from "../../ui/work/work-words.ts";

type Item = MyWorkQuery["myWork"]["nodes"][number];

interface MyWorkListProps {
  items: readonly Item[];
  openId: string | undefined;
  onOpen: (id: string) => void;
  /** Opens a run as the form that it is. */
  onFill: (id: string) => void;
}

/** j and k walk it, Enter opens. What can be taken at once has its button here. */
export function MyWorkList({ items, openId, onOpen, onFill }: MyWorkListProps) {
  const { t } = useTranslation("work");
  const body = useRef<HTMLDivElement>(null);
  const walk = useRowWalk({ body, rows: items, openId, onOpen: ({ id }: Item) => onOpen(id) });
  return (
    <div ref={body}>
      <ul className="my-work-items" aria-label={t("mine.title")}>
        {items.map((item, index) => (
          <li
            key={item.id}
            data-row-key={item.id}
            className={item.id === openId ? "my-work-open" : undefined}
            {...walk(item, index)}
          >
            <Line item={item} onOpen={() => onOpen(item.id)} onFill={() => onFill(item.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ item, onOpen, onFill }: { item: Item; onOpen: () => void; onFill: () => void }) {
  const { t } = useTranslation("work");
  const { kindOf, stateOf } = useWorkWords();
  const [first] = deedsOf(item);
  return (
    <>
      <div className="my-work-line">
        <WorkLight item={item} />
        <WorkMarks item={item} />
        <span className="note">
          {kindOf(item)} · {stateOf(item)}
        </span>
      </div>
      <button type="button" className="my-work-title" onClick={onOpen}>
        {item.title}
      </button>
      <div className="my-work-line note">
        <WorkAddress address={item} />
        {item.nextDueAt ? (
          <span>
            {t("dueLabel")} <DueTime itemId={item.id} dueAt={item.nextDueAt} />
          </span>
        ) : null}
      </div>
      <div className="my-work-act">
        {first && "plain" in first && first.isNear ? (
          <AtOnce item={item} deed={first} />
        ) : first?.word === "fill" ? (
          <Button type="primary" onClick={onFill}>
            {t("deed.fill")}
          </Button>
        ) : first?.isNear ? (
          <Button onClick={onOpen}>{t(`deed.${first.word}`)}</Button>
        ) : null}
      </div>
    </>
  );
}

function AtOnce({ item, deed }: { item: Item; deed: Parameters<typeof useAtOnce>[0] }) {
  const { t } = useTranslation("work");
  const [act, running] = useAtOnce(deed, item, () => undefined);
  return (
    <Button type="primary" loading={running} onClick={act}>
      {t(`deed.${deed.word}`)}
    </Button>
  );
}
