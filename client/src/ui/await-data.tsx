import { Skeleton } from "antd";
import type { ReactNode } from "react";
import type { Read } from "../lib/use-read.ts";
import { ProblemNote } from "./problem-note.tsx";

/** A skeleton until the data is there, the problem with a retry when it fails, and then what `children` makes of it. */
export function AwaitData<Data>({
  read,
  rows = 6,
  children,
}: {
  read: Read<Data>;
  rows?: number;
  children: (data: Data) => ReactNode;
}) {
  if (read.data) return children(read.data);
  if (read.problem) return <ProblemNote problem={read.problem} onRetry={read.retry} />;
  return <Skeleton active title={false} paragraph={{ rows }} />;
}
