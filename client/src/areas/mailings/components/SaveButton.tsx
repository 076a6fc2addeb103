import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { saveFile } from '../save-file.ts';

interface SaveButtonProps {
  path: string;
  id: string;
  query?: Record<string, unknown>;
  /** Of the file. */
  name: string;
  icon?: ReactNode;
  children: ReactNode;
}

/** Saves a file of the server; a refusal stands beside the button. */
export function SaveButton({ path, id, query = {}, name, icon, children }: SaveButtonProps) {
  const problems = useProblemText();
  const saving = useMutation({ mutationFn: () => saveFile(path, id, query, name) });
  return (
    <>
      <Button
        icon={icon ?? <IconDownload size={20} stroke={1.6} aria-hidden="true" />}
        busy={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {children}
      </Button>
      {saving.error && <Notice kind="error" title={problems.reading(saving.error)} />}
    </>
  );
}
