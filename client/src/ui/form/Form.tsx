import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Actions, Button } from '../Button.tsx';
import { focusOn } from '../cover.ts';
import { Notice } from '../Notice.tsx';
import styles from './Form.module.css';
import { FormContext, fieldId } from './form-context.ts';
import { Summary } from './Summary.tsx';
import { useUnsent } from './unsent.ts';

/** Why a form was refused, in the reader's language. */
export interface FormFailure {
  fields: { field: string; text: string }[];
  /** What concerns no single field. */
  general?: ReactNode;
  /** What has become of the input; else that nothing was saved and all of it is still there. */
  kept?: string;
  /** In small type, for who has to report it. */
  reference?: string;
}

/** Why not; or that it was sent, and what to do then, once nothing typed is at risk any more. */
export type FormOutcome = FormFailure | null | (() => unknown);

interface FormProps {
  /** Names of the fields as the reader sees them, for the texts about them. */
  submit: (data: FormData, labelOf: (field: string) => string) => Promise<FormOutcome>;
  submitText: string;
  /** Shown beside the button after it went well, until the next press. */
  doneText?: string | undefined;
  /** Empties the fields when it went well: what was typed is a secret. */
  clearAfter?: boolean;
  /** Where nothing was to be saved in the first place. */
  kept?: string;
  /** Typed again in a moment: nobody is asked before it is lost. */
  unguarded?: boolean;
  /** Beside the submit button. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * Native fields that keep what was typed, whatever happens. After a refusal a summary stands on top, has the
 * focus, and links to every field; a second press while the first is under way does nothing.
 */
export function Form({
  submit,
  submitText,
  doneText,
  clearAfter = false,
  kept,
  unguarded = false,
  actions,
  children,
}: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const sending = useUnsent(form, unguarded);
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<FormFailure | null>(null);

  useEffect(() => {
    if (failure) focusOn(summary.current);
  }, [failure]);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (underWay.current || !form.current) return;
    underWay.current = true;
    setBusy(true);
    setDone(false);
    const labels = labelsOf(form.current);
    let sent = sending();
    try {
      const outcome = await submit(new FormData(form.current), (field) => labels.get(field) ?? field);
      const refused = typeof outcome === 'function' ? null : outcome;
      setFailure(
        refused && { ...refused, ...(kept && { kept }), fields: inOrder(refused.fields, [...labels.keys()]) },
      );
      setDone(refused === null);
      if (refused) return;
      if (clearAfter) {
        form.current?.reset();
        sent = sending();
      }
      sent();
      if (typeof outcome === 'function') outcome();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  const context = useMemo(
    () => ({ failures: Object.fromEntries((failure?.fields ?? []).map(({ field, text }) => [field, text])) }),
    [failure],
  );
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={onSubmit} onKeyDown={onceForOnePress}>
      {failure && (
        <Summary ref={summary} failure={failure} onGo={(field) => focusField(form.current, field)} />
      )}
      <FormContext value={context}>{children}</FormContext>
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {submitText}
        </Button>
        {actions}
      </Actions>
      {done && doneText && <Notice kind="done">{doneText}</Notice>}
    </form>
  );
}

/** A key that is held down repeats itself; one press sends once, here and in the form of the page that follows. */
function onceForOnePress(event: KeyboardEvent): void {
  const types = event.target instanceof HTMLTextAreaElement;
  if (event.key === 'Enter' && event.repeat && !types) event.preventDefault();
}

function labelsOf(form: HTMLFormElement): Map<string, string> {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  return new Map(fields.map((field) => [field.dataset['field'] ?? '', field.dataset['label'] ?? '']));
}

/** As they stand on the screen, each field once; what is not on it comes last. */
function inOrder(failures: FormFailure['fields'], names: string[]): FormFailure['fields'] {
  const place = (field: string) => (names.includes(field) ? names.indexOf(field) : names.length);
  const once = failures.filter(
    (one, index) => failures.findIndex(({ field }) => field === one.field) === index,
  );
  return once.sort((a, b) => place(a.field) - place(b.field));
}

function focusField(form: HTMLFormElement | null, field: string) {
  const wrapper = form?.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const target = form?.querySelector<HTMLElement>(`#${fieldId(field)}`) ?? null;
  const input = target?.matches('input, select, textarea') ? target : wrapper?.querySelector('input');
  wrapper?.scrollIntoView({ block: 'center' });
  if (input instanceof HTMLElement) input.focus({ preventScroll: true });
}
