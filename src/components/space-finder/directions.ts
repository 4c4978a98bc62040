import type {Space} from '@held-spaces/domain/space';

/**
 * An ordinary map link to an address, for the person to choose. Only where there is an address to go to: never for a
 * space that gives only an area.
 */
export function directionsLink({location}: Pick<Space, 'location'>): string | undefined {
  const {line1, locality, postcode} = location?.address ?? {};
  if (!line1 || location?.precision === 'area') return undefined;
  const words = [line1, locality, postcode].filter(Boolean).join(', ');
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(words)}`;
}
