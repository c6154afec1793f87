/**
 * A transaction that commits without waiting for the disk frees at once what its bureau's next command waits for: the end of the
 * audit chain first of all. Nobody is told of it before a flush, sent behind the commit on the same connection: where
 * PostgreSQL or the connection ends in between, both are lost together, and the outcome is unknown.
 */
export const withoutWaiting = "set local synchronous_commit = off";

/** A commit of its own that waits for the disk (and for standbys, as configured), and with it for all before it. */
export const flush = "select pg_logical_emit_message(true, 'maple', '')";
