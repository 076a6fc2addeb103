import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { articleFor, isSlug } from '../articles.ts';
import { useManual } from '../use-manual.ts';
import { ArticleText } from './ArticleText.tsx';
import styles from './help.module.css';

interface HelpDialogProps {
  pathname: string;
  inside: boolean;
  onClose: () => void;
}

/** The article for one page. Its links lead on within the dialog; whatever is a page of its own opens in a new tab. */
export function HelpDialog({ pathname, inside, onClose }: HelpDialogProps) {
  const { t } = useTranslation('help');
  const manual = useManual();
  const [slug, setSlug] = useState(() => articleFor(pathname));
  const { title, lead, parts } = manual[slug];
  const open = (to: string) => {
    const [next] = to.split('#');
    if (isSlug(next)) setSlug(next);
  };
  return (
    <Dialog key={slug} title={title} wide onClose={onClose}>
      <p className="lead">{lead}</p>
      <div className={styles.inDialog}>
        {Object.entries(parts).map(([part, { title: heading, text }]) => (
          <section key={part} className={styles.part}>
            <h3>{heading}</h3>
            <ArticleText text={text} onOpen={open} />
          </section>
        ))}
      </div>
      {inside && (
        <p className={styles.more}>
          <Link to={paths.article(slug)} target="_blank">
            {t('dialog.asPage')}
          </Link>
          <Link to={paths.help} target="_blank">
            {t('dialog.all')}
          </Link>
        </p>
      )}
      <Actions>
        <Button look="primary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
