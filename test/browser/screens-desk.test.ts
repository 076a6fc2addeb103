import { lookAtScreens } from './support/look-at-screens.ts';

lookAtScreens({ size: 'desk' }, 'address');
