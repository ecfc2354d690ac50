import { plainWords } from "./wording";

/** Calls of the service. Every call has a time-out, and a fault is an ApiProblem with a sentence for people. */

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    detail: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

export interface CallOptions {
  method?: string;
  body?: unknown;
  /** Sent as it stands; its type is in the headers. */
  raw?: Blob;
  signal?: AbortSignal;
  timeoutMillis?: number;
  headers?: Record<string, string>;
}

const DEFAULT_TIMEOUT = 30_000;

/** Aborts when the caller does, or when the time is over. */
export function withTimeout(signal: AbortSignal | undefined, millis: number): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException("timeout", "TimeoutError")), millis);
  const forward = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", forward);
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", forward);
    },
  };
}

export async function call<T>(base: string, path: string, options: CallOptions = {}): Promise<T> {
  const { signal, done } = withTimeout(options.signal, options.timeoutMillis ?? DEFAULT_TIMEOUT);
  try {
    const form = options.body instanceof FormData;
    const response = await fetch(base + path, {
      method: options.method ?? (options.body === undefined && options.raw === undefined ? "GET" : "POST"),
      headers: {
        Accept: "application/json",
        ...(options.body === undefined || form ? {} : { "Content-Type": "application/json" }),
        ...options.headers,
      },
      body: options.raw ?? (options.body === undefined ? undefined : form ? (options.body as FormData) : JSON.stringify(options.body)),
      signal,
    });
    if (!response.ok) {
      throw await problemOf(response);
    }
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  } catch (error) {
    throw readable(error);
  } finally {
    done();
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const body = await response.json();
    return new ApiProblem(response.status, String(body.type ?? ""), plainWords(String(body.detail ?? body.title ?? "请求失败")), body);
  } catch {
    return new ApiProblem(response.status, "", `服务返回 ${response.status}，请稍后重试。`);
  }
}

export function readable(error: unknown): Error {
  if (error instanceof ApiProblem) {
    return error;
  }
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new ApiProblem(0, "timeout", "等待超时，请稍后重试。");
  }
  if (error instanceof DOMException && error.name === "AbortError") {
    return error;
  }
  return new ApiProblem(0, "network", "网络连接不上，请检查网络后重试。");
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";
