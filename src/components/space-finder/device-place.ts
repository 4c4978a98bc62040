import {nearestDistrict} from '@held-spaces/domain/nearest-district';
import type {PlaceFile} from '@held-spaces/domain/places';
import type {SearchPlace} from '@held-spaces/domain/search';
import type {GeoPoint} from '@held-spaces/domain/space';

/** Where the device says that it is. Fetched when somebody presses for that. */

/**
 * Asks the device where it is, which asks the person. What it answers stays in the page.
 *
 * @returns What finds its place among ours, or why there is none.
 */
export function whereTheDeviceIs(): Promise<
  ((file: PlaceFile) => SearchPlace | undefined) | 'refused' | 'unavailable'
> {
  return new Promise(resolve => {
    if (!('geolocation' in navigator)) resolve('unavailable');
    else {
      navigator.geolocation.getCurrentPosition(
        ({coords: {latitude, longitude}}) => resolve(file => placeAt(file, {latitude, longitude})),
        ({code, PERMISSION_DENIED}) => resolve(code === PERMISSION_DENIED ? 'refused' : 'unavailable'),
        {timeout: 20_000},
      );
    }
  });
}

function placeAt(file: PlaceFile, point: GeoPoint): SearchPlace | undefined {
  const district = nearestDistrict(file, point);
  return district && {...district, point, radiusKm: 0};
}
