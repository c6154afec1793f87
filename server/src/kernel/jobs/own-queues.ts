/** Where a job goes that has failed as often as is tried. */
export const givenUpQueue = "kernel.givenUp";
/** From where each bureau's daily jobs are sent. */
export const dailyQueue = "kernel.daily";
