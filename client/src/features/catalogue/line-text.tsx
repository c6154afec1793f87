import { useTranslation } from "react-i18next";
import type { Line, Standing } from "./line.ts";
import { StandingLight } from "./standing-light.tsx";

interface LineTextProps {
  line: Pick<Line, "title" | "text" | "isOurs" | "isSetAside">;
  /** Told beside the title where there is no room for a column of its own. */
  standing?: Standing | undefined;
}

/** The title over what it comes to; what is our wording says so. */
export function LineText({ line, standing }: LineTextProps) {
  const { t } = useTranslation("duty-catalogue");
  return (
    <div className="catalogue-line">
      <span className={line.isSetAside ? "catalogue-gone" : undefined}>{line.title}</span>{" "}
      {standing ? <StandingLight standing={standing} /> : null}{" "}
      {line.isOurs ? <span className="note catalogue-ours">{t("ours")}</span> : null}
      {line.text ? <div className="note">{line.text}</div> : null}
    </div>
  );
}
