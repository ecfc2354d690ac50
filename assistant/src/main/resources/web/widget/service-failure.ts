import { ApiProblem, isAbort } from "../app/shared/api";

/** What to tell whoever asked, and whether an appeal could be filed at all. */
export interface Failure {
  message: string;
  appealable: boolean;
}

const blocked = new Set<string>();

/** Origins that the embedding page's own security policy does not let through. */
if (typeof document !== "undefined") {
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.effectiveDirective === "connect-src") {
      try {
        blocked.add(new URL(event.blockedURI).origin);
      } catch {
        // Not an address.
      }
    }
  });
}

/** A browser tells scripts only that a call failed; this finds out why, for the webmaster who can mend it. */
export async function explain(error: unknown, base: string): Promise<Failure> {
  if (isAbort(error)) {
    return { message: "已停止。", appealable: true };
  }
  if (!(error instanceof ApiProblem) || error.type !== "network") {
    return { message: (error as Error).message, appealable: true };
  }
  if (!navigator.onLine) {
    return { message: "网络连接不上，请检查网络后重试。", appealable: true };
  }
  const service = base === "" ? location.origin : new URL(base, location.href).origin;
  const reached = service !== location.origin && (await answers(service));
  // The browser reports a call that the page's policy stopped in a task of its own, after the call has failed.
  await new Promise((resolve) => setTimeout(resolve));
  if (blocked.has(service)) {
    return webmaster(`请在本站的内容安全策略 connect-src 中加入 ${service}`);
  }
  if (reached) {
    return webmaster(`请把 ${location.origin} 加入政企直通服务的允许来源（ZHITONG_WIDGET_ALLOWED_ORIGINS）`);
  }
  return { message: "政策问答服务暂时连接不上，请稍后重试，或致电 12345。", appealable: false };
}

function webmaster(what: string): Failure {
  console.error(`zhitong-chat: ${what}`);
  return { message: `本页暂时不能使用政策问答，可致电 12345。（站点管理员：${what}。）`, appealable: false };
}

/** Whether the service can be reached by something that needs no permission. */
async function answers(service: string): Promise<boolean> {
  try {
    await fetch(`${service}/widget.js`, { mode: "no-cors", cache: "no-store", signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}
