import type { PlaceKind } from '../../../../shared/contracts/places.ts';

/** As in the contract, which would bring its schemas along. From the largest to the smallest. */
const locations = ['site', 'building', 'room', 'rack', 'shelf'] as const satisfies PlaceKind[];
const containers = ['folder', 'box', 'tray', 'crate'] as const satisfies PlaceKind[];
export type ContainerKind = (typeof containers)[number];

export function isContainer(kind: PlaceKind): kind is ContainerKind {
  return containers.some((one) => one === kind);
}

/**
 * What may stand in a place of this kind (undefined: at the top), the likeliest first. Levels may be skipped: a small
 * office needs no building. A location never stands in a container, which moves.
 */
export function kindsIn(parent: PlaceKind | undefined): PlaceKind[] {
  if (parent === undefined) return [...locations];
  if (isContainer(parent)) return ['folder', 'box', 'tray', 'crate'];
  const lower = locations.slice(locations.indexOf(parent) + 1);
  const boxesFirst: PlaceKind[] = ['box', 'folder', 'tray', 'crate'];
  return [...lower, ...boxesFirst];
}
