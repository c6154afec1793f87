import { expect, test } from "vitest";
import { act, communityFeedback, issued, itemOf, layWork, makeRule } from "./ground.ts";

/** PostgreSQL numbers the statements of a transaction (`cmin`): what one statement wrote has one number. */
test("what a step writes from which nothing follows elsewhere, the item's state and clocks among it, is written by one statement", async () => {
  const ground = await layWork();
  const { officer, dispatcher, bureau } = ground;
  await makeRule(bureau);
  const { id } = await issued(ground);
  await act(officer, "acceptWork", { id });
  const steps: [typeof dispatcher, string, object][] = [
    [officer, "submitWork", { communityFeedback }],
    [dispatcher, "returnWork", { reason: "没有写明调解结果" }],
    [officer, "submitWork", { communityFeedback }],
  ];
  for (const [who, mutation, input] of steps) {
    const { version } = await itemOf(dispatcher, id, "version");
    await act(who, mutation, { id, ...(who === dispatcher && { expectedVersion: version }), ...input });
    const written = await bureau.sql(
      (sql) => sql`
      select i.cmin::text as item, e.cmin::text as event, a.cmin::text as entry, o.cmin::text as announced, k.cmin::text as key,
        (select string_agg(distinct c.cmin::text, ' ') from work_clocks c where c.bureau_id = i.bureau_id and c.item_id = i.id and c.xmin = i.xmin) as clocks
      from work_items i
      join work_events e on e.bureau_id = i.bureau_id and e.id = i.last_event_id and e.xmin = i.xmin
      join audit_entries a on a.bureau_id = i.bureau_id and a.entity_id = i.id and a.xmin = i.xmin
      join outbox_events o on o.bureau_id = i.bureau_id and o.entity_id = i.id and o.xmin = i.xmin
      join idempotency_keys k on k.bureau_id = i.bureau_id and k.xmin = i.xmin
      where i.id = ${id}`,
    );
    const { item } = written[0] as { item: string };
    expect([mutation, ...written]).toEqual([
      mutation,
      { item, event: item, entry: item, announced: item, key: item, clocks: item },
    ]);
  }
});
