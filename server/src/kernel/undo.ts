/** So long after it was done may what has begun be undone; what is meant to be otherwise later is done anew. */
export const undoHours = 24;
