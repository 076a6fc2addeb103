import { lookAtScreens } from './support/look-at-screens.ts';

// Dutch words are longer.
lookAtScreens({ size: 'narrow', language: 'nl' }, 'within');
