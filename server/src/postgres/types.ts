export type Log = (message: string, fields?: object) => void;

export interface Postgres {
  applicationUrl: string;
  applicationRole: string;
  /** Absent on a server of one's own that is migrated by other hands. */
  ownerUrl?: string;
  /** Where its files lie, if it is ours. */
  folder?: string;
  stop(): Promise<void>;
  onRespawn(listener: () => void): void;
}

export interface EmbeddedPostgres extends Postgres {
  ownerUrl: string;
  superuserUrl: string;
  folder: string;
}

export interface StartOptions {
  dataDir: string;
  log: Log;
  /** "none" trades crash safety for speed: for databases that are thrown away. */
  durability?: "full" | "none";
  /** Told when the cluster is being made, by another process. */
  onMaking?: () => void;
  /** Use the server that another process runs on this data, instead of refusing. */
  share?: boolean;
}

/** The operating-system user that the server runs as, where it is not our own. */
export interface Account {
  uid: number;
  gid: number;
}

export interface Place {
  /** Where the cluster, the credentials and the log lie. */
  home: string;
  cluster: string;
  /** The binaries: bin, lib, share. */
  native: string;
  account?: Account;
}
