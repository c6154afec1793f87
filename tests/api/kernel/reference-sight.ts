import { conditions } from "@maple-bridge/server/kernel/read/compilation";
import { everything, type Reading } from "@maple-bridge/server/kernel/read/reading";
import type { Relation } from "@maple-bridge/server/kernel/read/relation";
import type { TypeSource } from "@maple-bridge/server/kernel/read/sources";

/** The alias of the row at hand: no fragment names one of its own so. */
export const row = "walked_row";

/** Of each row by itself: what is read above it tells nothing. */
export const sightOf = (from: TypeSource, reading: Reading) => conditions({ heldTo: new Map() }, from, row, reading);

/** Rows that are held to nothing but the bureau. */
export const allOf = (relation: Relation): TypeSource => ({ relation, visible: anyone, rule: anyone });

const anyone = () => everything;
