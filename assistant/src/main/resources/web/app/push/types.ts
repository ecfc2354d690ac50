/** Shapes of pushes, as the service gives them. */

export interface Skipped {
  reason: string;
  label: string;
  count: number;
}

export interface Channel {
  channel: string;
  label: string;
  waiting: number;
  sent: number;
  delivered: number;
  failed: number;
}

export interface Push {
  pushId: string;
  itemId: string;
  itemVersion: number;
  title: string;
  filter: { region?: string; industry?: string; scale?: string; oneFactAway?: boolean; evidenceLeft?: boolean };
  state: "preview" | "awaiting_approval" | "queued" | "rejected";
  stateLabel: string;
  recipients: number;
  skipped: Skipped[];
  examples: { name: string; creditCode: string }[];
  texts: { mailSubject: string; mail: string; sms: string };
  progress: { queued: number; opened: number; irrelevant: number; channels: Channel[] };
  createdBy: string;
  createdAt: string;
  decidedBy: string | null;
  reason: string | null;
  approvable: boolean;
}

/** What a push is narrowed by, in words. */
export const filterWords = (filter: Push["filter"]): string =>
  [filter.region && `地区 ${filter.region}`, filter.industry && `行业 ${filter.industry}`, filter.scale, filter.oneFactAway && "含只差一项数据的", filter.evidenceLeft && "含只差材料核验的"].filter(Boolean).join("，") ||
  "全部符合条件的企业";
