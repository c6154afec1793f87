import { registerEnumType } from "type-graphql";

export const CalendarState = { DRAFT: "DRAFT", PUBLISHED: "PUBLISHED", DISCARDED: "DISCARDED" } as const;
export type CalendarState = keyof typeof CalendarState;
registerEnumType(CalendarState, {
  name: "CalendarState",
  description: "The latest one published is in force; what is published or discarded is never changed.",
});

export const DayOpening = { OPEN: "OPEN", CLOSED: "CLOSED" } as const;
export type DayOpening = keyof typeof DayOpening;
registerEnumType(DayOpening, { name: "DayOpening", description: "Whether a day is worked." });
