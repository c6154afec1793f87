/** The driver would make a Date of a day, and there is none for "-infinity". */
export const plainDays = {
  date: { to: 1082, from: [1082], serialize: (day: unknown) => String(day), parse: (day: string) => day },
};
