/**
 * What is made when it is first asked for, and is the same for everybody after. Where making it failed, the next to ask
 * has it made anew: a store that could not be read then may be readable now.
 */
export function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (!made) {
      const making = make();
      made = making;
      making.catch(() => {
        if (made === making) made = undefined;
      });
    }
    return made;
  };
}
