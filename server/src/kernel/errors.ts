/** One thing wrong with one field of the input; `code` is a key of the message files. */
export interface FieldFault {
  path: (string | number)[];
  code: string;
  params?: Record<string, string | number>;
}

export type Code =
  | "UNAUTHENTICATED"
  | "OTHER_VIEWER"
  | "PASSWORD_CHANGE_REQUIRED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "INVALID"
  | "CONFLICT"
  | "RATE_LIMITED"
  | "UNAVAILABLE"
  | "BAD_REQUEST";

/** A refusal the caller is told of; anything else thrown is hidden behind its request id. */
export abstract class Refusal extends Error {
  abstract readonly code: Code;
  readonly faults: FieldFault[];
  /** A more telling message than the code's own: a key of the message files. */
  readonly detail?: string;
  readonly params?: Record<string, string | number>;

  constructor(faults: FieldFault[] = [], detail?: string, params?: Record<string, string | number>) {
    super(detail ?? faults.map((fault) => `${fault.path.join(".")}: ${fault.code}`).join(", "));
    this.faults = faults;
    this.detail = detail;
    this.params = params;
  }
}

/** Nobody is signed in, or the session or token is over. */
export class Unauthenticated extends Refusal {
  readonly code = "UNAUTHENTICATED";
}

/** Another one is signed in than the one it was meant for. */
export class OtherViewer extends Refusal {
  readonly code = "OTHER_VIEWER";
}

export class PasswordChangeRequired extends Refusal {
  readonly code = "PASSWORD_CHANGE_REQUIRED";
}

export class Forbidden extends Refusal {
  readonly code = "FORBIDDEN";
}

/** Also what a row of another bureau, or out of the caller's sight, looks like. */
export class NotFound extends Refusal {
  readonly code = "NOT_FOUND";
}

export class Invalid extends Refusal {
  readonly code = "INVALID";
}

/** The input is sound, but collides with what is there; `params` name it. */
export class Conflict extends Refusal {
  readonly code = "CONFLICT";
}

export class RateLimited extends Refusal {
  readonly code = "RATE_LIMITED";
}

export class Unavailable extends Refusal {
  readonly code = "UNAVAILABLE";
}
