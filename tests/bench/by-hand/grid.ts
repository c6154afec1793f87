import type { Answer } from "./database.ts";
import { gridsToday } from "./seats.ts";

const text = `
  select g.id::text, f.name, f.kind, g.households::text, g.population::text, g.opened_on::text, u.id::text, u.name
  from ${gridsToday} join units u on u.bureau_id = $1::uuid and u.id = f.station_id where g.bureau_id = $1::uuid and g.code = $2::text`;

export const grid: Answer = async (database, { bureauId, code }) => {
  const [row] = await database.short(text, [bureauId!, code!]);
  if (!row) return `{"data":{"grid":null}}`;
  const [id, name, kind, households, population, openedOn, stationId, station] = row;
  return `{"data":{"grid":{"id":"${id}","code":${JSON.stringify(code)},"name":${JSON.stringify(name)},"kind":"${kind}","households":${households},"population":${population},"openedOn":"${openedOn}","station":{"id":"${stationId}","name":${JSON.stringify(station)}}}}}`;
};
