import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What WCAG 2.2 AA and good practice forbid on the page as it stands, one line each; none is good. axe runs in the
 * page as it is, without @axe-core/playwright: that brings axe anew for every look and all that is well back with it,
 * which took eight times as long. We have no frames of other origins, for which it would be needed.
 */
export async function breachesOf(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(only && { runOnly: { type: 'rule', values: only } }),
  };
  const violations = await page.evaluate(runAxe, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
}

/** In the page. */
async function runAxe(options: RunOptions): Promise<Result[]> {
  const { axe: here } = window as unknown as { axe: typeof axe };
  const { violations } = await here.run(document, options);
  return violations;
}
