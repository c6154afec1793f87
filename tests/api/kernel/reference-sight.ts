import { conditions } from "@maple-bridge/server/kernel/read/compilation";
import type { Reading } from "@maple-bridge/server/kernel/read/reading";
import type { TypeSource } from "@maple-bridge/server/kernel/read/sources";

/** Of each row by itself: what is read above it tells nothing. */
export const sightOf = (from: TypeSource, reading: Reading) => conditions({ heldTo: new Map() }, from, "t", reading);
