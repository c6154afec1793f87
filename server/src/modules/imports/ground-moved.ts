/** What a file was planned on is no longer as it was: it is to be planned anew. */
export class GroundMoved extends Error {}
