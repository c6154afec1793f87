import { Conflict } from "../../kernel/errors.ts";
import "./backup.messages.ts";

/** Why a backup is not made or not restored; `code` is a key of the message files. */
export const refused = (code: string, params: Record<string, string | number> = {}, field = "file") =>
  new Conflict([{ path: [field], code, params }]);
