import { SearchOutlined } from "@ant-design/icons";
import { useEffect, useRef, useState } from "react";
import "./search-field.css";

interface SearchFieldProps {
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
}

const pause = 300;

/** Searches a moment after the last key, and at once on Enter; never amid the composing of a character. */
export function SearchField({ label, value = "", onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  if (seen !== value) {
    setSeen(value);
    if (value !== sent) setText(value);
  }

  function search(wanted: string) {
    window.clearTimeout(timer.current);
    setSent(wanted);
    onSearch(wanted || undefined);
  }
  function searchSoon(wanted: string) {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => search(wanted), pause);
  }

  return (
    <label className="search-field">
      <SearchOutlined aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) searchSoon(event.target.value);
        }}
        onCompositionEnd={(event) => searchSoon(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && search(text)}
      />
    </label>
  );
}
