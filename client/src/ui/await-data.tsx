import { Skeleton } from "antd";
import type { ReactNode } from "react";
import type { Read } from "../lib/use-read.ts";
import { ProblemNote } from "./problem-note.tsx";

/** A skeleton until the data is there, the problem with a retry when it fails, and what `children` makes of what is known. */
export function AwaitData<Data>({
  read,
  rows = 6,
  children,
}: {
  read: Read<Data>;
  rows?: number;
  children: (data: Data) => ReactNode;
}) {
  const note = read.problem ? <ProblemNote problem={read.problem} onRetry={read.retry} /> : null;
  if (read.data)
    return (
      <>
        {note}
        {children(read.data)}
      </>
    );
  if (note) return note;
  return <Skeleton active title={false} paragraph={{ rows }} />;
}
