import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keepFile } from "../../lib/files.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";

const formats = ["DOCX", "XLSX"] as const;
type Format = (typeof formats)[number];

interface ExportButtonsProps {
  week: string;
  unitId: string | undefined;
  /** Without it, of all members of the station. */
  memberId?: string;
  /** A revision that was signed; without it the week as it stands. */
  reviewId?: string | undefined;
}

/** A week as a file that one keeps; who took it is on record. */
export function ExportButtons(of: ExportButtonsProps) {
  const { t } = useTranslation("review");
  const tell = useTellProblem();
  const [making, setMaking] = useState<Format>();

  async function keep(format: Format) {
    setMaking(format);
    const headers = { "content-type": "application/json", "x-maple-export": "1" };
    tell(
      await keepFile("/exports/week", undefined, { method: "POST", headers, body: JSON.stringify({ ...of, format }) }),
    );
    setMaking(undefined);
  }
  return formats.map((format) => (
    <Button
      key={format}
      loading={making === format}
      disabled={making !== undefined && making !== format}
      aria-label={t(`export.of.${format}`)}
      onClick={() => void keep(format)}
    >
      {t(`export.${format}`)}
    </Button>
  ));
}
