/** A file of a bundle, as far as tests read one. */
export interface BundledFile {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
}

export const bundles: Readonly<
  Record<
    | 'crisis-signpost.cy'
    | 'crisis-signpost.easy'
    | 'held-spaces'
    | 'space-finder'
    | 'stage-selector'
    | 'evaluation-form'
    | 'crisis-signpost',
    string
  >
>;

export function bundle(
  name: string,
  entry: string,
  options?: {readonly write?: boolean; readonly outDir?: string; readonly modules?: readonly string[]},
): Promise<readonly {readonly output: readonly BundledFile[]}[]>;
