import { ownerOfDocument } from "../../lib/whose.ts";

/** An image can't say in a header for whom it is asked: its address does. */
export function photoAddress(path: string): string {
  const owner = ownerOfDocument();
  return owner ? `${path}?viewer=${encodeURIComponent(owner)}` : path;
}
