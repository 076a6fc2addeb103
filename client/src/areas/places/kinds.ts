import {
  isContainerKind,
  locationKinds,
  type PlaceKind,
  placementObjection,
} from '../../../../shared/places/placement.ts';

const boxFirst = ['box', 'folder', 'tray', 'crate'] as const;
const folderFirst = ['folder', 'box', 'tray', 'crate'] as const;

/** What may stand in a place of this kind (undefined: at the top), the likeliest first. */
export function kindsIn(parent: PlaceKind | undefined): PlaceKind[] {
  const inContainer = parent !== undefined && isContainerKind(parent);
  const kinds: PlaceKind[] = [...locationKinds, ...(inContainer ? folderFirst : boxFirst)];
  return kinds.filter((kind) => placementObjection(kind, parent ?? null) === undefined);
}
