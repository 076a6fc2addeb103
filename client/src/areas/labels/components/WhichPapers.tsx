import { useTranslation } from 'react-i18next';
import { partsOf } from '../../../../../shared/labels/templates.ts';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { PapersChoice } from '../papers-choice.ts';

interface WhichPapersProps {
  papers: number;
  choice: PapersChoice;
  onChange: (choice: PapersChoice) => void;
}

/** All of them, in parts where they are too many for one file, or one that tore. */
export function WhichPapers({ papers, choice, onChange }: WhichPapersProps) {
  const { t } = useTranslation('labels');
  const parts = partsOf(papers);
  const all =
    parts.length <= 1
      ? [{ value: 'part-0', label: t('papers.all', { count: papers }) }]
      : parts.map(({ from, to }, index) => ({
          value: `part-${index}`,
          label: t('papers.part', { part: index + 1, parts: parts.length, from, to }),
        }));
  return (
    <>
      <Choices
        kind="radio"
        name="papers"
        label={t('papers.label')}
        {...(parts.length > 1 && { hint: t('papers.partsHint') })}
        choices={[...all, { value: 'one', label: t('papers.one'), hint: t('papers.oneHint') }]}
        chosen={[choice.which]}
        onChange={(which) => onChange({ ...choice, which })}
      />
      {choice.which === 'one' && (
        <div onChange={(event) => onChange({ ...choice, run: (event.target as HTMLInputElement).value })}>
          <TextField
            name="run"
            label={t('papers.run')}
            hint={t('papers.runHint', { papers })}
            defaultValue={choice.run}
          />
        </div>
      )}
    </>
  );
}
