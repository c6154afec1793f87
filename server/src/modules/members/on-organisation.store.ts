import { closingUnit, named } from "#modules/organisation";

/** Who belongs to the unit on the day or later. */
closingUnit.answeredBy(async ({ sql, bureauId }, { unit, on }) => {
  const members = named(
    await sql<{ name: string }[]>`
      select m.name from members m join member_units u on u.bureau_id = m.bureau_id and u.member_id = m.id
      where m.bureau_id = ${bureauId} and u.unit_id = ${unit.id}
        and (u.ends_on is null or u.ends_on > ${on}) and (m.left_on is null or m.left_on > greatest(${on}::date, u.starts_on))
      order by m.badge, u.starts_on`,
  );
  return members.count > 0 ? [{ path: ["input", "on"], code: "UNIT_HAS_MEMBERS", params: { ...members } }] : [];
});
