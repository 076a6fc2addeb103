import { IconClock, IconInfoCircle, IconPlugConnectedX, IconScan, IconThumbUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Code } from '../../../parts/Code.tsx';
import { classes } from '../../../ui/classes.ts';
import type { Look } from '../looks.ts';
import type { Told } from '../tell-scan.ts';
import { FitText } from './FitText.tsx';
import styles from './OutcomePanel.module.css';
import { OutcomeSign } from './OutcomeSign.tsx';

interface OutcomePanelProps {
  told: Told;
  code: string;
  /** At the foot, beside the code: the mailing and the number in it. */
  origin: string;
}

/** What became of a scan. Everything has its place, so that a change of outcome moves nothing. */
export function OutcomePanel({ told: { parts, text, next }, code, origin }: OutcomePanelProps) {
  const last = parts.at(-1);
  return (
    <div className={classes(styles.panel, parts.length > 1 && styles.halves)} data-look={last?.look}>
      {parts.map(({ look, word, detail }, index) => {
        const isLast = index === parts.length - 1;
        return (
          <div key={look + word} className={classes(styles.field, styles[look])} data-look={look}>
            <Head look={look} word={word} detail={detail} />
            {isLast && (
              <>
                <div className={styles.rule} />
                {text && <p className={styles.text}>{text}</p>}
                <div className={styles.next}>
                  {next.say && <p className={styles.say}>{next.say}</p>}
                  <FitText text={next.big} />
                </div>
                <p className={styles.foot}>
                  <Code code={code} />
                  <span className={styles.origin}>{origin}</span>
                </p>
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Head({ look, word, detail }: { look: Look; word: string; detail: string }) {
  return (
    <div className={styles.head}>
      <span className={styles.sign}>
        <OutcomeSign look={look} size={128} onField />
      </span>
      <div className={styles.words}>
        <h2 className={styles.word}>{word}</h2>
        <p className={styles.detail}>{detail}</p>
      </div>
    </div>
  );
}

const quietSigns = {
  ready: IconScan,
  info: IconInfoCircle,
  practice: IconThumbUp,
  working: IconClock,
  stop: IconPlugConnectedX,
} as const;

interface QuietPanelProps {
  kind: keyof typeof quietSigns;
  word: string;
  detail?: string;
  text?: ReactNode;
  say?: string;
  big?: string;
  code?: string;
  children?: ReactNode;
}

/** What is no outcome: ready, set, being asked, stopped. Paper and ink, so that no colour is mistaken for one. */
export function QuietPanel({ kind, word, detail, text, say, big, code, children }: QuietPanelProps) {
  const Sign = quietSigns[kind];
  return (
    <div className={styles.panel} data-look={kind}>
      <div
        className={classes(styles.field, styles.quiet, kind === 'stop' && styles.stopped)}
        data-look={kind}
      >
        <div className={styles.head}>
          <span className={styles.sign}>
            <Sign className={styles.quietSign} stroke={1.3} aria-hidden="true" />
          </span>
          <div className={styles.words}>
            <h2 className={styles.word}>{word}</h2>
            {detail && <p className={styles.detail}>{detail}</p>}
          </div>
        </div>
        <div className={styles.rule} />
        {text && <div className={styles.text}>{text}</div>}
        {children}
        {(say || big) && (
          <div className={styles.next}>
            {say && <p className={styles.say}>{say}</p>}
            {big && <FitText text={big} />}
          </div>
        )}
        {code && (
          <p className={styles.foot}>
            <Code code={code} />
          </p>
        )}
      </div>
    </div>
  );
}
