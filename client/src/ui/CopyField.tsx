import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './CopyField.module.css';

interface CopyFieldProps {
  label: string;
  value: string;
  copy: string;
  copied: string;
}

/** Something to be taken elsewhere. Where the clipboard is closed it can still be selected and copied by hand. */
export function CopyField({ label, value, copy, copied }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  const onCopy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      // Without https there is no clipboard; the older way works on a selection.
      setDone(document.execCommand('copy'));
    }
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input ref={input} id={id} readOnly value={value} onFocus={(event) => event.target.select()} />
        <Button
          icon={done ? <IconCheck size={18} stroke={1.7} /> : <IconCopy size={18} stroke={1.7} />}
          onClick={onCopy}
        >
          {done ? copied : copy}
        </Button>
      </div>
      <span role="status" className="for-screen-readers">
        {done ? copied : ''}
      </span>
    </div>
  );
}
