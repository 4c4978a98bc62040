/**
 * Does something with each item, at most `most` at a time, in order of the list. Stops taking new ones at the first
 * failure, which it throws, and where `goesOn` says so.
 */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  act: (item: T) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  let hasFailed = false;
  const take = async () => {
    for (let next = rest.next(); !next.done && !hasFailed && goesOn(); next = rest.next()) {
      try {
        await act(next.value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({length: Math.min(most, items.length)}, take));
}
