import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  label: string;
  value: string;
  /** Told when the typing pauses. */
  onSearch: (text: string) => void;
}

/** Narrows the list under it, without a button. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <search className={styles.search}>
      <label>
        <span className={styles.label}>{label}</span>
        <span className={styles.field}>
          <IconSearch size={18} stroke={1.7} aria-hidden="true" />
          <input
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            // A hand scanner may type a code into it.
            data-takes-codes
          />
        </span>
      </label>
    </search>
  );
}
