/** The run was cancelled, or the server stops. */
export class Stopped extends Error {}
