import { NodeNameDocument, type NodeNameQuery } from "@maple-bridge/schema/documents";
import { useRead } from "../lib/use-read.ts";

export const isId = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

type Node = NodeNameQuery["node"] | undefined;

export const nameIn = (node: Node): string | undefined =>
  node && "displayName" in node
    ? node.displayName
    : node && "title" in node
      ? node.title
      : node && "name" in node
        ? node.name
        : undefined;

/** What is known by this id is called; the id itself where it is gone or out of sight, once that is known. */
export function NodeName({ id }: { id: string }) {
  const { data, problem } = useRead(NodeNameDocument, { id });
  const name = nameIn(data?.node);
  if (!data && !problem) return <span aria-busy="true">…</span>;
  return name ? <span title={id}>{name}</span> : <code className="id">{id}</code>;
}
