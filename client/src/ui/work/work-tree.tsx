import type { ReactNode } from "react";

interface Linked {
  id: string;
  parent: { id: string } | null;
}

interface WorkTreeProps<L> {
  /** All that is known of it, in the order issued. */
  links: readonly L[];
  renderLink: (link: L) => ReactNode;
}

/** What followed from what; what followed from nothing that is known stands at the top. */
export function WorkTree<L extends Linked>({ links, renderLink }: WorkTreeProps<L>) {
  const ids = new Set(links.map(({ id }) => id));
  const tops = links.filter(({ parent }) => !parent || !ids.has(parent.id));
  return <Branches of={tops} links={links} renderLink={renderLink} />;
}

function Branches<L extends Linked>({ of, ...tree }: WorkTreeProps<L> & { of: readonly L[] }) {
  return (
    <ul className="work-chain">
      {of.map((link) => {
        const below = tree.links.filter(({ parent }) => parent?.id === link.id);
        return (
          <li key={link.id}>
            {tree.renderLink(link)}
            {below.length > 0 ? <Branches of={below} {...tree} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
