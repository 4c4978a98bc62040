import type {AuditEntry, DeskWork, KeptEvaluation} from './desk-store.js';

/** What a memory store keeps of this. Replaced whole when a piece of work is done, so that one that fails leaves nothing. */
export interface MemoryDesk {
  readonly evaluations: Map<string, KeptEvaluation>;
  readonly usedKeys: Set<string>;
  readonly records: Map<string, unknown>;
  readonly spent: Map<string, number>;
  readonly audit: AuditEntry[];
  readonly seal: {value?: string};
}

export const emptyDesk = (): MemoryDesk => ({
  evaluations: new Map(),
  usedKeys: new Set(),
  records: new Map(),
  spent: new Map(),
  audit: [],
  seal: {},
});

export const copyOf = (desk: MemoryDesk): MemoryDesk => ({
  evaluations: new Map(desk.evaluations),
  usedKeys: new Set(desk.usedKeys),
  records: new Map(desk.records),
  spent: new Map(desk.spent),
  audit: [...desk.audit],
  seal: {...desk.seal},
});

const inOrder = <T extends readonly [string, unknown]>(entries: readonly T[]): readonly T[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

export function memoryWork(desk: MemoryDesk, raiseRevision: (moment: string) => void): DeskWork {
  const {evaluations, records, spent, audit, seal} = desk;
  return {
    evaluations: async ({serviceId, standings, wordsStates, ids}) =>
      inOrder([...evaluations])
        .map(([, evaluation]) => evaluation)
        .filter(
          ({keyHash, serviceId: own, state}) =>
            (serviceId === undefined || own === serviceId) &&
            (standings?.includes(state.standing) ?? true) &&
            (wordsStates === undefined || (state.words !== undefined && wordsStates.includes(state.words.state))) &&
            (ids?.includes(keyHash) ?? true),
        ),
    evaluatedServices: async () =>
      [
        ...new Set([
          ...[...evaluations.values()].map(({serviceId}) => serviceId),
          ...[...records.keys()].flatMap(key => (key.startsWith('counts/') ? [key.slice('counts/'.length)] : [])),
        ]),
      ].sort(),
    saveState: async (keyHash, state) => {
      const evaluation = evaluations.get(keyHash);
      if (evaluation) evaluations.set(keyHash, {...evaluation, state});
    },
    forgetEvaluations: async keyHashes => {
      for (const keyHash of keyHashes) evaluations.delete(keyHash);
    },
    record: async (kind, id) => records.get(`${kind}/${id}`) as never,
    records: async kind =>
      inOrder([...records])
        .filter(([key]) => key.startsWith(`${kind}/`))
        .map(([key, value]) => [key.slice(kind.length + 1), value] as never),
    keep: async (kind, id, value) => void records.set(`${kind}/${id}`, value),
    forget: async (kind, id) => void records.delete(`${kind}/${id}`),
    spend: async (token, expires) => {
      if (spent.has(token)) return false;
      spent.set(token, expires);
      return true;
    },
    forgetSpent: async before => {
      for (const [token, expires] of spent) if (expires < before) spent.delete(token);
    },
    auditEntries: async (from, to) => audit.filter(({line}) => line >= from && line <= to),
    lastAuditLine: async () => audit.at(-1)?.line ?? 0,
    addAuditEntry: async entry => void audit.push(entry),
    auditSeal: async () => seal.value,
    keepAuditSeal: async value => {
      seal.value = value;
    },
    raiseRevision: async now => raiseRevision(now.toISOString()),
  };
}
