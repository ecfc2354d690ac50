/**
 * A key by which the service knows a request that comes twice. Not randomUUID, which browsers have on
 * https alone.
 */
export const requestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
