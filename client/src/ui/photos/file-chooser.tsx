import type { Ref } from "react";

interface FileChooserProps {
  /** Clicked by the button that stands for it. */
  ref: Ref<HTMLInputElement>;
  text: string;
  isCamera: boolean;
  onChosen: (files: readonly File[]) => Promise<void>;
}

/** The browser's own chooser; with `capture` a phone opens its camera. */
export const FileChooser = ({ ref, text, isCamera, onChosen }: FileChooserProps) => (
  <input
    ref={ref}
    type="file"
    accept="image/*"
    multiple={!isCamera}
    {...(isCamera && { capture: "environment" as const })}
    // A form shows what is merely hidden.
    style={{ display: "none" }}
    aria-label={text}
    onChange={({ target }) => {
      const files = [...(target.files ?? [])];
      target.value = "";
      if (files.length > 0) void onChosen(files);
    }}
  />
);
