import { OpenWorkDocument, type WorkFactsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";
import { Section } from "../section.tsx";
import { DueTime } from "./due-time.tsx";
import { HandOverButton } from "./hand-over-button.tsx";
import { ToItem } from "./to-item.tsx";
import { WorkAddress } from "./work-address.tsx";
import { WorkLight } from "./work-light.tsx";
import { useWorkWords } from "./work-words.ts";
import "./work.css";

/** Open work of a grid or a member, read beside all else of it; each line leads to where it is worked on. */
export function OpenWork({ of }: { of: string }) {
  const { t } = useTranslation("work");
  const read = useRead(OpenWorkDocument, { id: of });
  const node = read.data?.node;
  const items = node && "openWork" in node ? node.openWork : [];
  return (
    <Section
      title={t("open", { count: items.length })}
      actions={node && "viewerMayHandOver" in node ? <HandOverButton giver={node} /> : null}
    >
      <AwaitData read={read} rows={2}>
        {() =>
          items.length === 0 ? (
            <p className="note">{t("openNone")}</p>
          ) : (
            <ul className="work-lines">
              {items.map((item) => (
                <Line key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </AwaitData>
    </Section>
  );
}

function Line({ item }: { item: WorkFactsFragment }) {
  const { kindOf, stateOf } = useWorkWords();
  return (
    <li>
      <WorkLight item={item} />
      <ToItem item={item} />
      <span className="note">
        {kindOf(item)} · {stateOf(item)} · <WorkAddress address={item} />
      </span>
      {item.nextDueAt ? <DueTime itemId={item.id} dueAt={item.nextDueAt} /> : null}
    </li>
  );
}
