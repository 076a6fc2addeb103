import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What WCAG 2.2 AA and good practice forbid on the page as it stands, one line each; none is good. */
export async function breachesOf(page: Page, only?: string[]): Promise<string[]> {
  // Otherwise it opens a page of its own for each look, to put frames of other origins together: we have none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (only ? axe.withRules(only) : axe).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
}
