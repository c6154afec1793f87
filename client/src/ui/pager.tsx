import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

interface PagerProps {
  info: PageInfo;
  totalCount: number;
  onPage: (cursor: { after?: string; before?: string }) => void;
  below?: ReactNode;
}

export function Pager({ info, totalCount, onPage, below }: PagerProps) {
  const { t } = useTranslation("shell");
  const turns = info.hasNextPage || info.hasPreviousPage;
  const turn: PagerProps["onPage"] = (cursor) => {
    onPage(cursor);
    document.querySelector("main")?.scrollTo({ top: 0 });
  };
  return (
    <div className="pager">
      <div className="below">{below}</div>
      <span className="total">{t("table.total", { count: totalCount })}</span>
      {turns ? (
        <>
          <Button
            size="small"
            icon={<LeftOutlined />}
            disabled={!info.hasPreviousPage}
            onClick={() => turn({ before: info.startCursor ?? undefined, after: undefined })}
          >
            {t("table.previous")}
          </Button>
          <Button
            size="small"
            icon={<RightOutlined />}
            iconPlacement="end"
            disabled={!info.hasNextPage}
            onClick={() => turn({ after: info.endCursor ?? undefined, before: undefined })}
          >
            {t("table.next")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
