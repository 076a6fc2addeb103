import {
  IconArrowsMove,
  IconBarcode,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { isContainerKind } from '../../../../../shared/places/placement.ts';
import { call } from '../../../api/call.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PrintButton } from './PrintButton.tsx';
import styles from './place.module.css';
import { usePlaceChanged } from './use-place-changed.ts';

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const;

interface PlaceActionsProps {
  place: PlaceView;
  /** Says on the page what was done. */
  onDone: (what: 'changed' | 'moved') => void;
}

/** What can be done with a place, by who may. Locations stay where they are; only what is empty can go. */
export function PlaceActions({ place, onDone }: PlaceActionsProps) {
  const { t } = useTranslation(['places', 'common']);
  const { may } = useSession();
  const navigate = useNavigate();
  const changed = usePlaceChanged();
  const [asking, setAsking] = useState<'move' | 'change' | 'remove'>();
  const close = () => setAsking(undefined);
  const done = (what: 'changed' | 'moved') => async (view: PlaceView) => {
    await changed(view);
    onDone(what);
  };
  const mayChange = may('places.change');
  const moves = isContainerKind(place.kind);
  const empty = place.places === 0 && place.documents === 0;
  const goUp = () => {
    const parent = place.path.at(-2);
    void navigate(parent ? paths.place(parent.code) : paths.places, { replace: true });
    void changed();
  };
  return (
    <div className={styles.actions} data-screen-only>
      {mayChange && (
        <>
          <LinkButton
            to={`${paths.addPlace}?in=${place.code}`}
            look={moves ? 'secondary' : 'primary'}
            icon={<IconPlus {...icon} />}
          >
            {t('action.add')}
          </LinkButton>
          {moves && (
            <Button icon={<IconArrowsMove {...icon} />} onClick={() => setAsking('move')}>
              {t('action.move')}
            </Button>
          )}
          <Button icon={<IconPencil {...icon} />} onClick={() => setAsking('change')}>
            {t('action.change')}
          </Button>
        </>
      )}
      {may('labels.places') && (
        <LinkButton to={paths.placeLabels(place.code)} icon={<IconBarcode {...icon} />}>
          {t('common:page.labels')}
        </LinkButton>
      )}
      <PrintButton place={place} icon={<IconPrinter {...icon} />} />
      {mayChange && empty && (
        <Button look="danger" icon={<IconTrash {...icon} />} onClick={() => setAsking('remove')}>
          {t('action.remove')}
        </Button>
      )}
      {asking === 'change' && <ChangeDialog place={place} onDone={done('changed')} onClose={close} />}
      {asking === 'move' && <MoveDialog place={place} onDone={done('moved')} onClose={close} />}
      {asking === 'remove' && (
        <ConfirmDialog
          danger
          title={t('remove.title', { name: place.name })}
          submitText={t('action.remove')}
          keepText={t('remove.keep')}
          send={() => call('delete /places/{code}', { params: { code: place.code } })}
          onDone={goUp}
          onClose={close}
        >
          <p>{t('remove.text')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
