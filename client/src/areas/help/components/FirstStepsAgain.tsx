import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { closeGuide } from '../../../app/guide.ts';
import { paths } from '../../../app/paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';

/** Takes the first steps out again, for who has put them away. */
export function FirstStepsAgain() {
  const { t } = useTranslation('help');
  const problems = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const opening = useMutation({
    mutationFn: () => closeGuide(queries, false),
    onSuccess: () => navigate(paths.home),
  });
  return (
    <>
      <Button look="quiet" busy={opening.isPending} onClick={() => opening.mutate()}>
        {t('beside.firstSteps')}
      </Button>
      {opening.error && <Notice kind="error" title={problems.reading(opening.error)} />}
    </>
  );
}
