import { Watermark as Mark } from "antd";
import { type ReactNode, useState } from "react";
import { minuteText } from "../lib/dates.ts";
import { colourOf, useIsDark } from "../lib/theme.ts";
import { useViewer } from "../lib/viewer.tsx";

/** Whoever photographs a page with personal contacts is named on it. */
export function Watermark({ children }: { children: ReactNode }) {
  const { displayName, name } = useViewer();
  useIsDark();
  const [at] = useState(() => minuteText(new Date().toISOString()));
  return (
    <Mark
      className="watermark"
      content={[`${displayName} ${name}`, at]}
      font={{ color: colourOf("watermark"), fontSize: 14 }}
      gap={[160, 120]}
    >
      {children}
    </Mark>
  );
}
