/** How long those who wait for a queue may have to: where nobody on this server has just sent something. */
export const promptMs = 2_000;
/** How often it is asked where something is due. */
export const dueMs = 3_000;
/** What is not sent by commands can wait for a look. */
export const patientMs = 30_000;

/** A running job shows life this often; one that is silent for as long as the other was left by a server that ended. */
export const lifeMs = 3_000;
export const silentSeconds = 15;
/** How often it is looked for those that were left, by one of the servers. */
export const superviseSeconds = 5;

/** Tried once and again so many times, each after about twice as long as before, beginning with the seconds. */
export const retries = 5;
export const firstRetrySeconds = 2;

const days = 86_400;
/** What is done or has failed is kept for a while; what was given up, until somebody has surely looked. */
export const keptSeconds = 7 * days;
export const givenUpKeptSeconds = 90 * days;
/** What waits is never thrown away, however long no server runs. */
export const waitingSeconds = 3_650 * days;

export const usualMinutes = 15;
/** A job's end is told so often where it could not be, each time after twice as long: for half a minute in all. */
export const mostTellings = 8;
export const tellAgainMs = 100;
export const longestStartMs = 500;
/** Those that do not end in time are left to be found silent. */
export const longestStopMs = 4_000;
