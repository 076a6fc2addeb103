import { useTranslation } from 'react-i18next';
import { ApiForm } from '../../../app/form/ApiForm.tsx';
import { textOf } from '../../../app/form/form-data.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';

interface StationNameDialogProps {
  name: string;
  onName: (name: string) => void;
  /** Absent: it has no name yet, and needs one. */
  onClose?: () => void;
}

const longest = 100;

/** Asked once; kept on the device. */
export function StationNameDialog({ name, onName, onClose }: StationNameDialogProps) {
  const { t } = useTranslation(['scanning', 'common']);
  return (
    <Dialog title={t('scanning:name.title')} onClose={onClose}>
      <p>{t('scanning:name.text')}</p>
      <ApiForm
        read={(data) => textOf(data, 'name').trim()}
        check={(text) => issuesOfName(text)}
        send={async (text) => onName(text)}
        unguarded
        submitText={onClose ? t('scanning:name.change') : t('scanning:name.submit')}
        actions={
          onClose && (
            <Button look="quiet" onClick={onClose}>
              {t('common:form.cancel')}
            </Button>
          )
        }
      >
        <TextField
          name="name"
          label={t('scanning:name.label')}
          hint={t('scanning:name.hint')}
          defaultValue={name}
          autoComplete="off"
          spellCheck={false}
        />
      </ApiForm>
    </Dialog>
  );
}

function issuesOfName(text: string) {
  if (text === '') return [{ field: 'name', code: 'too_small', empty: true, minimum: 1 }];
  if (text.length > longest) return [{ field: 'name', code: 'too_big', empty: false, maximum: longest }];
  return [];
}
