/** What a rule tells the time of, in the order of the work. */
export const times = ["acceptWithin", "feedbackWithin", "closeWithin", "reworkWithin"] as const;
