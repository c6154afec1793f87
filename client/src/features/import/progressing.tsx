import { Spin } from "antd";
import type { ReactNode } from "react";

export const Progressing = ({ children }: { children: ReactNode }) => (
  <div className="import-progressing" role="status">
    <Spin size="small" /> {children}
  </div>
);
