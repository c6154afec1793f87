import { registerEnumType } from "type-graphql";
import { stationTemplates, type TemplateUnit } from "./station-templates.ts";

export type StationTemplate = keyof typeof stationTemplates;
const keys = Object.keys(stationTemplates) as StationTemplate[];
export const StationTemplate = Object.fromEntries(keys.map((key) => [key, key])) as { [K in StationTemplate]: K };

const described = (units: readonly TemplateUnit[]) => units.map((unit) => unit.name).join(" + ");
registerEnumType(StationTemplate, {
  name: "StationTemplate",
  description: "How a station is laid out when it is made.",
  valuesConfig: Object.fromEntries(
    keys.map((key) => [
      key,
      { description: `${stationTemplates[key].name}: ${described(stationTemplates[key].units)}` },
    ]),
  ),
});
