import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Paper } from "../../lib/files.ts";
import { Printing } from "./printing.tsx";
import { rosterOf } from "./roster.ts";
import { usePrint } from "./use-print.ts";

/** Prints who answers for the grids of a unit. */
export function RosterButton({ unitId }: { unitId: string }) {
  const { t } = useTranslation(["list-tools", "grids", "words"]);
  const print = usePrint();
  const [isReading, setReading] = useState(false);
  const [paper, setPaper] = useState<Paper>();

  async function start() {
    setReading(true);
    setPaper(await print(rosterOf(t, { unitId })));
    setReading(false);
  }
  return (
    <>
      <Button loading={isReading} onClick={() => void start()}>
        {t("print.roster")}
      </Button>
      {paper ? <Printing paper={paper} onDone={() => setPaper(undefined)} /> : null}
    </>
  );
}
