import { useLayoutEffect, useRef } from 'react';
import styles from './OutcomePanel.module.css';

/** Type in steps, the largest first (px). Below the last one a line wraps. */
const steps = [178, 152, 118, 98, 76, 60, 46, 36] as const;
const lineHeight = 1.03;

/** The largest step at which the text stands on one line in the room that its parent has, whatever the language. */
export function FitText({ text }: { text: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another width
  useLayoutEffect(() => {
    const inner = line.current;
    const room = inner?.parentElement;
    if (!inner || !room) return;
    const measure = () => fitInto(inner, room);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(room);
    // Measured in another font the text would not fit in this one.
    void document.fonts?.ready.then(measure);
    return () => watch.disconnect();
  }, [text]);
  return (
    <p ref={line} className={styles.big}>
      {text}
    </p>
  );
}

function fitInto(inner: HTMLElement, room: HTMLElement): void {
  const beside = [...room.children].filter((child) => child !== inner);
  const taken = beside.reduce((sum, child) => sum + child.clientHeight, 0);
  inner.style.whiteSpace = 'nowrap';
  for (const step of steps) {
    inner.style.fontSize = `${step}px`;
    if (inner.scrollWidth <= room.clientWidth && step * lineHeight + taken <= room.clientHeight) return;
  }
  inner.style.whiteSpace = 'normal';
}
