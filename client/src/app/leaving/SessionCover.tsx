import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SignedInView } from '../../../../shared/contracts/accounts.ts';
import { call } from '../../api/call.ts';
import { hasUnsent } from '../../ui/form/unsent.ts';
import { type Departure, useSession, useSessionChanges } from '../session.ts';
import { settleSignOut } from '../sign-out.ts';
import { DiscardQuestion } from './DiscardQuestion.tsx';
import { giveUp, goOn, useKeptPage } from './kept-page.ts';
import { SignInAgain } from './SignInAgain.tsx';

/** Over a page that is kept while its session has ended. Beside the page, not in it: what is in it is hidden. */
export function SessionCover() {
  return useKeptPage() && createPortal(<Cover />, document.body);
}

function Cover() {
  const { user } = useSession();
  const held = useKeptPage()?.held;
  const { signedInAgain, signedOut } = useSessionChanges();
  const [other, setOther] = useState<SignedInView>();
  const [asking, setAsking] = useState(false);

  const isBack = (view: SignedInView) => {
    signedInAgain(view);
    goOn();
  };
  const leave = (departure: Departure) => {
    giveUp();
    signedOut(departure);
  };
  const leaveFor = (view: SignedInView | undefined) => {
    if (view) leave({ why: 'other', view });
    else leave(held ? { why: 'ended', page: held.page } : { why: 'wish' });
  };
  useTitle();
  useLooks((view) => {
    if (view.user.id === user.id) isBack(view);
    else setOther(view);
  });

  if (asking) return <DiscardQuestion onDiscard={() => leaveFor(other)} onStay={() => setAsking(false)} />;
  return (
    <SignInAgain
      text={held?.text}
      other={other?.user}
      onSignedIn={(view) => (view.user.id === user.id ? isBack(view) : leaveFor(view))}
      onLeave={() => (hasUnsent() ? setAsking(true) : leaveFor(other))}
    />
  );
}

/** The title of a page says whose dossier it is. */
function useTitle(): void {
  const { t } = useTranslation('common');
  useLayoutEffect(() => {
    const before = document.title;
    document.title = `${t('sessionEnd.title')} · ${t('product')}`;
    return () => {
      document.title = before;
    };
  }, [t]);
}

/** Somebody may have signed in in another tab: looks at once, when this one comes to the front, and when the page says so. */
function useLooks(onSignedIn: (view: SignedInView) => void): void {
  const looks = useKeptPage()?.looks;
  const signedIn = useEffectEvent(onSignedIn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reason to look
  useEffect(() => {
    let gone = false;
    const look = async () => {
      if (document.visibilityState === 'hidden') return;
      // Nobody is, or the server is gone: it is looked again, or somebody signs in here.
      const view = await settleSignOut()
        .then(() => call('get /session'))
        .catch(() => undefined);
      if (view && !gone) signedIn(view);
    };
    void look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      gone = true;
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [looks]);
}
