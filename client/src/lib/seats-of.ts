import type { Duty } from "@maple-bridge/schema/documents";

export interface SeatsOfGrid {
  seats: readonly { duty: Duty; isFilled: boolean }[];
}

export const seatsOf = <Seat extends { duty: Duty }>({ seats }: { seats: readonly Seat[] }, duty: Duty) =>
  seats.filter((seat) => seat.duty === duty);

/** The duties of which a seat that is asked for stands vacant, in order, once for each such seat. */
export const vacantDuties = (grid: SeatsOfGrid): Duty[] =>
  grid.seats.flatMap(({ duty, isFilled }) => (isFilled ? [] : [duty]));
