import styles from './Wordmark.module.css';

/**
 * The word mark: letters, and the two o's as rings joined by a line, our one motif. The letters stand in the style
 * sheet: the name is the same in every language, and whoever places the mark names it for screen readers.
 */
export function Wordmark() {
  return (
    <span className={styles.mark} aria-hidden="true">
      <svg className={styles.rings} viewBox="0 0 32 16" width="33" height="16" aria-hidden="true">
        <circle cx="7.4" cy="7.4" r="5.8" />
        <circle cx="24.2" cy="7.4" r="5.8" />
        <path d="M7.4 13.2h16.8" />
      </svg>
    </span>
  );
}
