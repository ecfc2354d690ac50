/** Personal data in free text, as the service masks it in lists: what is hidden can still be recognised. */
const PATTERNS: [RegExp, number, number][] = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, 6, 4],
  [/(?<!\d)\d{16,19}(?!\d)/g, 4, 4],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, 3, 4],
  [/(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/g, 4, 2],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 1, 4],
];

const hide = (text: string, head: number, tail: number): string =>
  text.length <= head + tail
    ? "*".repeat(text.length)
    : text.slice(0, head) + "*".repeat(text.length - head - tail) + text.slice(text.length - tail);

export const masked = (text: string): string =>
  PATTERNS.reduce((all, [pattern, head, tail]) => all.replace(pattern, (hit) => hide(hit, head, tail)), text);

/** 张三丰 → 张** */
export const maskedName = (name: string): string => [...name].map((one, index) => (index === 0 ? one : "*")).join("");
