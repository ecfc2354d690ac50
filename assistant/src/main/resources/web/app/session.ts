import { call } from "./shared/api";
import type { Session } from "./shared/types";

let session: Promise<Session> | null = null;

/** Who is logged in; asked once a page. A failure counts as nobody. */
export function currentSession(): Promise<Session> {
  session ??= call<Session>("", "/api/session").catch(() => ({
    authenticated: false,
    name: null,
    displayName: null,
    department: null,
    roles: [],
  }));
  return session;
}

export const ROLE_LABELS: Record<string, string> = {
  publisher: "政策发布员",
  agent: "坐席",
  handler: "部门承办人",
  supervisor: "督办",
  administrator: "管理员",
  inspector: "纪检监督",
  enterprise: "企业",
};
