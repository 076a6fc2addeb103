import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long one still has to wait. Counted from the clock: a sleeping tab does not stretch it. */
export function Countdown({ seconds }: { seconds: number }) {
  const { t } = useTranslation('common');
  const [until] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [until]);
  // Not read out every second: the summary around it is read once.
  return <p aria-live="off">{left > 0 ? t('form.waiting', { count: left }) : t('form.waited')}</p>;
}
