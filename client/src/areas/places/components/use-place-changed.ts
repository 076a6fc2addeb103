import { useQueryClient } from '@tanstack/react-query';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { placeQuery, placesKey } from '../api.ts';

/** A place as the server gave it after a change; what is shown of others (paths, counts) is out of date then. */
export function usePlaceChanged() {
  const queries = useQueryClient();
  return async (view?: PlaceView) => {
    if (view) queries.setQueryData(placeQuery(view.code).queryKey, view);
    await queries.invalidateQueries({ queryKey: placesKey });
  };
}
