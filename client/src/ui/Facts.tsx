import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface Fact {
  name: string;
  value: ReactNode;
  /** Where two may have the same name. */
  key?: string;
}

interface FactsProps {
  facts: readonly Fact[];
  /** Rules between them on a page of their own; none beside other things. */
  look?: 'ruled' | 'plain';
}

/** Names and values, one under the other. */
export function Facts({ facts, look = 'ruled' }: FactsProps) {
  return (
    <dl className={styles[look]}>
      {facts.map(({ name, value, key = name }) => (
        <div key={key} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
