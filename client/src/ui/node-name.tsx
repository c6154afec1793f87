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

/** What is known by this id is called; the id itself where it is gone or out of sight. */
export function NodeName({ id }: { id: string }) {
  const name = nameIn(useRead(NodeNameDocument, { id }).data?.node);
  return name ? <span title={id}>{name}</span> : <code className="id">{id}</code>;
}
