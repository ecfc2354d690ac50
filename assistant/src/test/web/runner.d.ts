/** What the tests use of the program that runs them. */
declare namespace Deno {
  function test(name: string, body: () => unknown): void;
}

declare module "node:assert" {
  export function strictEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
  export function deepStrictEqual(actual: unknown, expected: unknown, message?: string): void;
  export function rejects(work: () => Promise<unknown>, check: (error: unknown) => boolean): Promise<void>;
}
