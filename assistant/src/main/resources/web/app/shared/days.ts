/** A day as the API writes it, where the service is. */
export const day = (date: Date): string => date.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

export const today = (): string => day(new Date());

export const DAY_MILLIS = 86_400_000;
