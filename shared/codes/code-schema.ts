import { z } from 'zod';
import type { Code } from './code.ts';
import { explainCodeMistake, parseCode } from './parse-code.ts';

/**
 * A code that comes in, in a path, a query or a body: written with or without blanks, handed on as `Code`.
 * The issue's message says in English what is wrong; its `params.reason` is the stable reason of `parseCode`.
 */
export const code = z
  .string()
  .transform((text, context): Code => {
    const parsed = parseCode(text);
    if (parsed.ok) return parsed.code;
    context.addIssue({
      code: 'custom',
      message: explainCodeMistake(parsed),
      params: { reason: parsed.reason },
    });
    return z.NEVER;
  })
  .meta({ description: 'Twelve digits, with or without blanks between them', examples: ['1234 5678 9092'] });

/**
 * A code that goes out: twelve digits without blanks. A pattern and no transform, so that OpenAPI can say it; the
 * check digits were computed when the code was issued.
 */
export const codeView = z.string().regex(/^[1-9][0-9]{11}$/) as unknown as z.ZodType<Code, string>;
