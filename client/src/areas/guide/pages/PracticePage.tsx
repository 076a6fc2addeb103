import { IconBarcode, IconCamera, IconKeyboard } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Code } from '../../../../../shared/codes/code.ts';
import { practiceCode } from '../../../../../shared/codes/practice-code.ts';
import { fetched, PartNotFetched } from '../../../app/fetched.tsx';
import { notePractice } from '../../../app/guide.ts';
import { Page, Section } from '../../../app/Page.tsx';
import { StationLabel } from '../../../parts/StationLabel.tsx';
import { TypedCodeField } from '../../../scan/typing/TypedCodeField.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Loading } from '../../../ui/Notice.tsx';
import { type PracticeRead, PracticeResult } from '../components/PracticeResult.tsx';
import { PrintPractice } from '../components/PrintPractice.tsx';
import styles from './PracticePage.module.css';

// The decoder is large: only who opens the camera fetches it.
const CameraView = fetched(
  async () => (await import('../../../scan/camera/CameraView.tsx')).CameraView,
  PartNotFetched,
);

/** How somebody came here: by scanning the label elsewhere, or to open the camera at once. */
interface Arrival {
  read?: 'scanner' | 'camera';
  camera?: boolean;
}

/** Scanning without consequences: one label, three ways to read it, and what it is like when it worked. */
export default function PracticePage() {
  const { t } = useTranslation(['guide', 'common']);
  const queries = useQueryClient();
  const { state, key } = useLocation();
  const arrival = (state ?? {}) as Arrival;
  const [read, setRead] = useState<PracticeRead | null>(null);
  const [camera, setCamera] = useState(arrival.camera === true);

  const take = (code: Code, how: PracticeRead['how']) => {
    setRead({ code, how });
    if (code === practiceCode) void notePractice(queries);
  };
  // The hand scanner is heard on every page and leads here: each time anew, also from here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each arrival, which the key stands for
  useEffect(() => {
    if (arrival.read) take(practiceCode, arrival.read);
  }, [key]);

  return (
    <Page title={t('common:page.practice')} lead={t('guide:practice.lead')} actions={<PrintPractice />}>
      <div className={styles.practice}>
        <div className={styles.label}>
          <StationLabel command="PRACTICE" />
        </div>
        <div aria-live="assertive">{read && <PracticeResult read={read} />}</div>
      </div>
      <Section title={t('guide:practice.ways')}>
        <div className={styles.ways}>
          <Way
            icon={<IconCamera size={24} stroke={1.5} aria-hidden="true" />}
            title={t('guide:practice.cameraTitle')}
            text={t('guide:practice.cameraText')}
          >
            <Button look={camera ? 'secondary' : 'primary'} onClick={() => setCamera(!camera)}>
              {camera ? t('guide:practice.cameraOff') : t('guide:practice.camera')}
            </Button>
            {camera && (
              <Suspense fallback={<Loading text={t('guide:practice.opening')} />}>
                <CameraView onCode={({ code }) => take(code as Code, 'camera')} />
              </Suspense>
            )}
          </Way>
          <Way
            icon={<IconBarcode size={24} stroke={1.5} aria-hidden="true" />}
            title={t('guide:practice.scannerTitle')}
            text={t('guide:practice.scannerText')}
          />
          <Way
            icon={<IconKeyboard size={24} stroke={1.5} aria-hidden="true" />}
            title={t('guide:practice.typedTitle')}
            text={t('guide:practice.typedText')}
          >
            <TypedCodeField take={t('guide:practice.take')} onCode={(code) => take(code, 'typed')} />
          </Way>
        </div>
      </Section>
    </Page>
  );
}

interface WayProps {
  icon: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}

function Way({ icon, title, text, children }: WayProps) {
  return (
    <div className={styles.way}>
      <h3>
        {icon}
        {title}
      </h3>
      <p>{text}</p>
      {children}
    </div>
  );
}
