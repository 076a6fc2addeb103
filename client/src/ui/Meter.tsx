import styles from './Meter.module.css';

interface MeterProps {
  label: string;
  /** In words, as it is read out: "120 of 400". */
  text: string;
  done: number;
  /** Null while it is not known how much there is. */
  total: number | null;
}

/** How far something has come. */
export function Meter({ label, text, done, total }: MeterProps) {
  const share = total === null || total === 0 ? null : Math.min(100, (100 * done) / total);
  return (
    <div className={styles.meter}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuetext={text}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share)}
      >
        {share !== null && <div className={styles.fill} style={{ width: `${share}%` }} />}
      </div>
      <span className={styles.text}>{text}</span>
    </div>
  );
}
