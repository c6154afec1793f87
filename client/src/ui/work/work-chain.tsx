import type { ChainLinkFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../light.tsx";
import { Section } from "../section.tsx";
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
  const ids = new Set(links.map(({ id }) => id));
  const tops = links.filter(({ parent }) => !parent || !ids.has(parent.id));
  return (
    <Section title={t("chain")}>
      <Branches of={tops} links={links} {...props} />
    </Section>
  );
}

function Branches({ of, links, ...props }: WorkChainProps & { of: readonly ChainLinkFragment[] }) {
  return (
    <ul className="work-chain">
      {of.map((link) => {
        const below = links.filter(({ parent }) => parent?.id === link.id);
        return (
          <li key={link.id}>
            <Link link={link} {...props} />
            {below.length > 0 ? <Branches of={below} links={links} {...props} /> : null}
          </li>
        );
      })}
    </ul>
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
