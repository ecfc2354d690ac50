export interface Figures {
  rows: number;
  classes: number;
  top1: number;
  top3: number;
  macroF1: number;
  ece: number;
}

export interface Tally {
  rows: number;
  candidate: number;
  inUse: number;
  onlyCandidateRight: number;
  onlyInUseRight: number;
}

export interface Model {
  id: string;
  inUse: boolean;
  readable: boolean;
  figures: {
    category?: Figures;
    department?: Figures;
    data?: { rows?: number };
    comparison?: { unseenRows?: number; category?: Tally; departmentTop1?: Tally; departmentTop3?: Tally; note?: string };
  } | null;
  createdBy: string;
  createdAt: string;
}

export const share = (value: number | undefined): string => (value === undefined || value === null ? "—" : `${(value * 100).toFixed(1)}%`);

/** What a candidate gets wrong more often than the model in use, in words; empty where it is known to be no worse. */
export function worseThan(inUse: Model | undefined, candidate: Model): string[] {
  const { comparison } = candidate.figures ?? {};
  const pairs: [string, number | undefined, number | undefined][] = comparison?.departmentTop1
    ? [
        ["类别", comparison.category?.candidate, comparison.category?.inUse],
        ["部门", comparison.departmentTop1.candidate, comparison.departmentTop1.inUse],
      ]
    : [
        ["类别", candidate.figures?.category?.top1, inUse?.figures?.category?.top1],
        ["部门", candidate.figures?.department?.top1, inUse?.figures?.department?.top1],
      ];
  return pairs
    .filter(([, own, current]) => own !== undefined && current !== undefined && own < current)
    .map(([name, own, current]) => `${name}准确率 ${share(own)}，在用的为 ${share(current)}`);
}
