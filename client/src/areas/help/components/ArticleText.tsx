import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { type Inline, readBlocks } from '../manual-text.ts';
import styles from './help.module.css';

interface ArticleTextProps {
  text: string;
  /** Where a link is not to leave the page: it is told which article was asked for. */
  onOpen?: ((to: string) => void) | undefined;
}

/** A text of the manual with its paragraphs, steps and links. */
export function ArticleText({ text, onOpen }: ArticleTextProps) {
  return (
    <div className={styles.text}>
      {readBlocks(text).map((block, index) => {
        const key = index;
        if (block.is === 'paragraph')
          return (
            <p key={key}>
              <Inlines content={block.content} onOpen={onOpen} />
            </p>
          );
        const List = block.is === 'steps' ? 'ol' : 'ul';
        return (
          <List key={key} className={block.is === 'steps' ? styles.stepList : styles.list}>
            {block.items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={at}>
                <Inlines content={item} onOpen={onOpen} />
              </li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

interface InlinesProps extends Pick<ArticleTextProps, 'onOpen'> {
  content: readonly Inline[];
}

function Inlines({ content, onOpen }: InlinesProps) {
  return content.map((one, index) => {
    const key = `${index} ${one.text}`;
    if (one.is === 'strong') return <strong key={key}>{one.text}</strong>;
    if (one.is !== 'link') return <span key={key}>{one.text}</span>;
    if (onOpen)
      return (
        <Button key={key} look="quiet" onClick={() => onOpen(one.to)}>
          {one.text}
        </Button>
      );
    return (
      <Link key={key} to={`${paths.help}/${one.to}`}>
        {one.text}
      </Link>
    );
  });
}
