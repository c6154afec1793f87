import type { ChainLinkFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../light.tsx";
import { Section } from "../section.tsx";
import { WorkTree } from "./work-tree.tsx";
import { useWorkWords } from "./work-words.ts";

interface WorkChainProps {
  /** All that is known of the chain, in the order issued. */
  links: readonly ChainLinkFragment[];
  hereId: string;
  onOpen: (id: string) => void;
}

/** The chain of orders as a tree: what followed from what, and which of it is open here. */
export function WorkChain({ links, ...props }: WorkChainProps) {
  const { t } = useTranslation("work");
  if (links.length < 2) return null;
  return (
    <Section title={t("chain")}>
      <WorkTree links={links} renderLink={(link) => <Link link={link} {...props} />} />
    </Section>
  );
}

function Link({ link, hereId, onOpen }: { link: ChainLinkFragment } & Omit<WorkChainProps, "links">) {
  const { kindOf, stateOf } = useWorkWords();
  const words = `${kindOf(link)} ${link.number}`;
  return (
    <span className="work-link">
      {link.id === hereId ? (
        <strong aria-current="true">{words}</strong>
      ) : (
        <button type="button" className="work-open" onClick={() => onOpen(link.id)}>
          {words}
        </button>
      )}
      <span className="work-link-title">{link.title}</span>
      <Light tone="quiet">{stateOf(link)}</Light>
    </span>
  );
}
