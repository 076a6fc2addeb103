import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { useSession } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { allPapers, type PaperInPlace } from '../api.ts';
import { PrintSheet } from './PrintSheet.tsx';

/** Fetches all that lies there, however much of it is on the screen, and prints it. */
export function PrintButton({ place, icon }: { place: PlaceView; icon: ReactNode }) {
  const { t } = useTranslation('places');
  const { may } = useSession();
  const [papers, setPapers] = useState<PaperInPlace[]>();
  const fetching = useMutation({
    mutationFn: async () => (may('documents.read') ? await allPapers(place.code) : []),
    onSuccess: setPapers,
  });
  useEffect(() => {
    if (!papers) return;
    const over = () => setPapers(undefined);
    window.addEventListener('afterprint', over);
    window.print();
    return () => window.removeEventListener('afterprint', over);
  }, [papers]);
  return (
    <>
      <Button icon={icon} busy={fetching.isPending} onClick={() => fetching.mutate()}>
        {fetching.isPending ? t('action.printing') : t('action.print')}
      </Button>
      {fetching.isError && <Notice kind="error" title={t('print.failed')} />}
      {papers && <PrintSheet place={place} papers={papers} />}
    </>
  );
}
