import { sql } from "#kernel/read";
import { viewerMember } from "#modules/members";
import { checking } from "#modules/work";
import { isChecked } from "./recheck.rows.ts";

/** Who was drawn for the item as it was closed checks it, once. */
checking.add(
  ({ id, round }, reading) => sql`exists (
    select from rechecks drawn where drawn.bureau_id = ${reading.bureau} and drawn.item_id = ${id} and drawn.round = ${round}
      and drawn.checker_id = ${viewerMember(reading)} and not ${isChecked(sql`drawn.id`, reading)})`,
);
