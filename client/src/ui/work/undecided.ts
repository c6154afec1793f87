import type { RequestKind } from "@maple-bridge/schema/documents";
import type { WorkItem } from "./deeds.ts";

/** What is asked for of the kind, and not decided yet: all but more time in the round that the item is in. */
export const undecidedOf = ({ requests, round }: Pick<WorkItem, "requests" | "round">, kind: RequestKind) =>
  requests.find(
    (request) =>
      request.kind === kind &&
      typeof request.isGranted !== "boolean" &&
      (kind === "EXTENSION" || request.round === round),
  );
