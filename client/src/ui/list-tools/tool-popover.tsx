import { Button, Popover } from "antd";
import { type ReactNode, Suspense, useId, useState } from "react";

interface ToolPopoverProps {
  icon?: ReactNode;
  text: string;
  title?: string;
  isBusy?: boolean;
  children: (close: () => void) => ReactNode;
}

/** What opens under a button of a list: the keyboard goes into it, and Escape back to the button. */
export function ToolPopover({ icon, text, title, isBusy = false, children }: ToolPopoverProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  function close() {
    setOpen(false);
    document.getElementById(id)?.focus();
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={title}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          ref={focusFirst}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            close();
          }}
        >
          <Suspense fallback={null}>{children(close)}</Suspense>
        </div>
      }
    >
      <Button id={id} icon={icon} loading={isBusy} aria-haspopup="dialog" aria-expanded={open}>
        {text}
      </Button>
    </Popover>
  );
}

/** Once there is something to be focused: what opens may be loaded yet. */
function focusFirst(content: HTMLElement | null) {
  if (!content) return undefined;
  const observer = new MutationObserver(look);
  observer.observe(content, { childList: true, subtree: true });
  requestAnimationFrame(look);
  function look() {
    const first = content?.querySelector<HTMLElement>("input, button");
    if (!first) return;
    observer.disconnect();
    first.focus();
  }
  return () => observer.disconnect();
}
