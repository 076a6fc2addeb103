import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZodType } from 'zod';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { ProblemError } from '../../api/problem.ts';
import type { Issue } from '../../api/validate.ts';
import { Form, type FormFailure, type FormOutcome } from '../../ui/form/Form.tsx';
import { Countdown } from './Countdown.tsx';
import { issueFromServer, issueText, problemText } from './problem-texts.ts';

interface ApiFormProps<Body, Reply> {
  /** The schema of the operation's body; loads while the form is being filled in. */
  schema?: () => Promise<ZodType<unknown, Body>>;
  /** What the schema does not know, told together with it; or in its place, where waiting for it is not worth it. */
  check?: (body: Body) => Issue[];
  /** From the fields to what is sent. */
  read: (data: FormData) => Body;
  send: (body: Body) => Promise<Reply>;
  onDone?: (reply: Reply) => unknown;
  /** The field that a problem without fields is about. */
  fieldOf?: Partial<Record<ErrorCode, string>>;
  submitText: string;
  doneText?: string;
  clearAfter?: boolean;
  kept?: string;
  unguarded?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * A form for one operation of the API: checks by the contract before it sends, and says every refusal of the
 * server at the field that it is about.
 */
export function ApiForm<Body, Reply>(props: ApiFormProps<Body, Reply>) {
  const { schema, check, read, send, onDone, fieldOf = {}, ...form } = props;
  const { t } = useTranslation('common');

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, so that the first press need not wait
  useEffect(() => {
    if (schema) loaded(schema).catch(() => undefined);
  }, []);

  async function submit(data: FormData, labelOf: (field: string) => string): Promise<FormOutcome> {
    const body = read(data);
    let reply: Reply;
    try {
      const issues = [...(schema ? await issuesBy(schema, body) : []), ...(check?.(body) ?? [])];
      if (issues.length > 0) {
        return {
          fields: issues.map((issue) => ({
            field: issue.field,
            text: issueText(issue, labelOf(issue.field), t),
          })),
        };
      }
      reply = await send(body);
    } catch (error) {
      return failureOf(error, labelOf);
    }
    return () => onDone?.(reply);
  }

  function failureOf(error: unknown, labelOf: (field: string) => string): FormFailure {
    const text = problemText(error, t);
    if (!(error instanceof ProblemError)) return { fields: [], general: <p>{text}</p> };
    const { code, errors = [], params, requestId } = error.problem;
    const field = fieldOf[code];
    if (errors.length > 0) {
      const issues = errors.map(issueFromServer);
      return {
        fields: issues.map((issue) => ({
          field: issue.field,
          text: issueText(issue, labelOf(issue.field), t),
        })),
      };
    }
    if (field) return { fields: [{ field, text }] };
    const seconds = Number(params?.['seconds'] ?? error.retryAfter ?? 0);
    return {
      fields: [],
      general: (
        <>
          <p>{text}</p>
          {code === 'too-many-attempts' && seconds > 0 && <Countdown seconds={seconds} />}
        </>
      ),
      ...(error.problem.status >= 500 && requestId && { reference: t('form.reference', { id: requestId }) }),
    };
  }

  return <Form {...form} submit={submit} />;
}

/** Where the contract cannot be fetched, the server checks by it: a form is not to depend on a part of the screens. */
async function issuesBy(schema: () => Promise<ZodType>, body: unknown): Promise<Issue[]> {
  const contract = await loaded(schema).catch(() => undefined);
  if (!contract) return [];
  const [type, { issuesOf }] = contract;
  return issuesOf(type, body);
}

function loaded<S>(schema: () => Promise<S>) {
  return Promise.all([schema(), import('../../api/validate.ts')]);
}
