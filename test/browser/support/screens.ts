import type { Page } from 'playwright-core';
import { practiceCode } from '../../../shared/codes/practice-code.ts';
import type { RegisterHouse } from './fill-register.ts';

/** What the screens need to know of the house that they are shown in. */
export interface House extends RegisterHouse {
  url: string;
  personId: string;
  passwordLink: string;
}

export interface Screen {
  name: string;
  as: 'nobody' | 'admin' | 'mailroom' | 'privacy';
  path: (house: House) => string;
  /** What is done on it before it is looked at. */
  act?: (page: Page) => Promise<void>;
}

const submit = (page: Page) => page.locator('form button[type=submit]').last().click();

/** Every screen and the states of it that look different. The set-up has its own house, see where it is used. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', as: 'nobody', path: () => '/sign-in' },
  { name: 'sign-in-needed', as: 'nobody', path: () => '/people' },
  {
    name: 'sign-in-empty',
    as: 'nobody',
    path: () => '/sign-in',
    act: async (page) => {
      await submit(page);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'password-link', as: 'nobody', path: ({ passwordLink }) => passwordLink },
  { name: 'password-link-wrong', as: 'nobody', path: () => '/password#nonsense' },
  { name: 'home', as: 'admin', path: () => '/' },
  { name: 'home-mailroom', as: 'mailroom', path: () => '/' },
  { name: 'home-privacy', as: 'privacy', path: () => '/' },
  { name: 'practice', as: 'mailroom', path: () => '/practice' },
  {
    name: 'practice-read',
    as: 'mailroom',
    path: () => '/practice',
    act: async (page) => {
      await page.getByRole('textbox').fill(practiceCode);
      await page.keyboard.press('Enter');
      await page.getByText(/^(Well done|Goed zo)$/).waitFor();
    },
  },
  { name: 'help', as: 'admin', path: () => '/help' },
  {
    name: 'help-found',
    as: 'mailroom',
    path: () => '/help',
    act: async (page) => {
      await page.getByRole('searchbox').fill('code');
      await page.getByRole('status').filter({ hasText: /\d/ }).waitFor({ state: 'attached' });
    },
  },
  { name: 'help-article', as: 'mailroom', path: () => '/help/scanning' },
  { name: 'help-glossary', as: 'privacy', path: () => '/help/glossary' },
  { name: 'help-post-desk', as: 'mailroom', path: () => '/help/post-desk' },
  {
    name: 'help-dialog',
    as: 'admin',
    path: () => '/mailings/new',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'people', as: 'admin', path: () => '/people' },
  { name: 'people-none', as: 'admin', path: () => '/people?query=zzz' },
  { name: 'person-add', as: 'admin', path: () => '/people/new' },
  {
    name: 'person-add-errors',
    as: 'admin',
    path: () => '/people/new',
    act: async (page) => {
      await page.locator('#field-email').fill('nobody');
      await submit(page);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'person', as: 'admin', path: ({ personId }) => `/people/${personId}` },
  {
    name: 'person-deactivate',
    as: 'admin',
    path: ({ personId }) => `/people/${personId}`,
    act: async (page) => {
      await page.getByRole('button', { name: /^(Deactivate|Deactiveren)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'person-link',
    as: 'admin',
    path: ({ personId }) => `/people/${personId}`,
    act: async (page) => {
      await page.getByRole('button', { name: /one-time link|Eenmalige link/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'person-unknown', as: 'admin', path: () => '/people/00000000-0000-4000-8000-000000000000' },
  { name: 'jobs', as: 'admin', path: () => '/jobs' },
  { name: 'access-log', as: 'privacy', path: () => '/access-log' },
  { name: 'access-log-none', as: 'privacy', path: () => '/access-log?to=2001-01-01' },
  { name: 'organisation', as: 'admin', path: () => '/organisation' },
  {
    name: 'organisation-time-zones',
    as: 'admin',
    path: () => '/organisation',
    act: async (page) => {
      await page.locator('#field-timeZone').fill('euro br');
      await page.getByRole('listbox').waitFor();
    },
  },
  { name: 'account', as: 'admin', path: () => '/account' },
  { name: 'about', as: 'admin', path: () => '/about' },
  { name: 'not-found', as: 'admin', path: () => '/nowhere' },
  { name: 'not-allowed', as: 'mailroom', path: () => '/people' },
  {
    name: 'palette',
    as: 'admin',
    path: () => '/',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('ma');
      await page.getByRole('option').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'menu',
    as: 'admin',
    path: () => '/',
    act: async (page) => {
      const phone = page.getByRole('button', { name: 'Menu' });
      if (await phone.isVisible()) await phone.click();
      else await page.locator('[aria-controls=user-menu]').click();
    },
  },
];
