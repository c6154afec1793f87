import { Skeleton } from "antd";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";

/** What is far down a page: loaded, and asked for, when it comes in sight for the first time. */
export function WhenSeen({ rows = 4, children }: { rows?: number; children: ReactNode }) {
  const [isSeen, setSeen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  const waiting = <Skeleton active title={false} paragraph={{ rows }} />;
  return <div ref={box}>{isSeen ? <Suspense fallback={waiting}>{children}</Suspense> : waiting}</div>;
}
