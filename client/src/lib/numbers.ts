import { currentLocale } from "./locale.ts";

/** A count as the reader's language writes it: 1,204. */
export const countText = (count: number) => count.toLocaleString(currentLocale());
