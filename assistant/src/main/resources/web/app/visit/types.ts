import type { Share } from "../board/parts";

/** Shapes of visits, as the service gives them. */

export interface Question {
  key: string;
  text: string;
  options: string[];
}

export interface Round {
  roundId: string;
  kindLabel: string;
  title: string;
  populationLabel: string;
  from: string;
  to: string;
  perStratum: number;
  seed: string;
  frame: number;
  digest: string;
  closesOn: string;
  drawnBy: string;
  drawnAt: string;
  visits: number;
  done: number;
  unreachable: number;
}

export interface Visit {
  visitId: string;
  seq: number;
  enterprise: string | null;
  creditCode: string;
  regionName: string | null;
  itemTitle: string | null;
  state: "open" | "done" | "unreachable";
  stateLabel: string;
  answers: Record<string, string> | null;
  comment: string | null;
  way: string | null;
  caseId: string | null;
  caseNumber: string | null;
}

export interface RoundFile {
  round: Round;
  questions: Question[];
  results: { key: string; text: string; options: { option: string; share: Share }[] }[];
  visits: Visit[];
}
