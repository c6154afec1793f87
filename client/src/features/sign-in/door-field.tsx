import { type InputHTMLAttributes, type Ref, useId, useState } from "react";
import { useTranslation } from "react-i18next";

interface DoorFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: string;
  faults?: readonly string[];
  ref?: Ref<HTMLInputElement>;
}

const none: readonly string[] = [];

/** A field with its name above, and below it what is wrong with it. */
export function DoorField({ label, hint, faults = none, type, ...input }: DoorFieldProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isSecret = type === "password";
  return (
    <div className="door-field">
      <label htmlFor={id}>{label}</label>
      <div className="door-input">
        <input
          {...input}
          id={id}
          type={isSecret && isShown ? "text" : type}
          aria-invalid={faults.length > 0}
          aria-describedby={hint ? `${id}-faults ${id}-hint` : `${id}-faults`}
        />
        {isSecret ? <ShowSecret isShown={isShown} onChange={setShown} /> : null}
      </div>
      <div id={`${id}-faults`} className="door-faults" aria-live="polite">
        {faults.map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="door-hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

function ShowSecret({ isShown, onChange }: { isShown: boolean; onChange: (isShown: boolean) => void }) {
  const { t } = useTranslation("sign-in");
  return (
    <button
      type="button"
      aria-label={t(isShown ? "hide" : "show")}
      aria-pressed={isShown}
      onClick={() => onChange(!isShown)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8Z" />
        <circle cx="8" cy="8" r="2" />
        {isShown ? null : <path d="M3 13 13 3" />}
      </svg>
    </button>
  );
}
