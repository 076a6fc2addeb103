import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** What goes wrong most: a viewer that fits the page to the paper moves every label off its sticker. */
export function Advice() {
  const { t } = useTranslation('labels');
  return (
    <Notice title={t('advice.title')}>
      <p>{t('advice.text')}</p>
      <p>
        <Link to={paths.labels}>{t('advice.test')}</Link>
      </p>
    </Notice>
  );
}
