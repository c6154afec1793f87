import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import type { Tone } from "../../ui/tones.ts";
import type { Standing } from "./line.ts";

const tones: Record<Standing, Tone> = { BUREAU: "quiet", OWN: "accent", INSTEAD: "accent", SET_ASIDE: "soon" };

export function StandingLight({ standing }: { standing: Standing }) {
  const { t } = useTranslation("duty-catalogue");
  return <Light tone={tones[standing]}>{t(`standing.${standing}`)}</Light>;
}
