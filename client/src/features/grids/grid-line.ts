import type { Duty, GridLineFragment } from "@maple-bridge/schema/documents";

export type GridLine = GridLineFragment;

export const seatsOf = ({ seats }: Pick<GridLine, "seats">, duty: Duty) => seats.filter((seat) => seat.duty === duty);

/** The duties of which a seat that is asked for stands vacant, in order, once for each such seat. */
export const vacantDuties = (grid: { seats: readonly { duty: Duty; isFilled: boolean }[] }): Duty[] =>
  grid.seats.flatMap(({ duty, isFilled }) => (isFilled ? [] : [duty]));
