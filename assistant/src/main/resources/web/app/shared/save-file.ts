/** A browser may begin to read what it saves only a while after the press. */
const KEPT_MILLIS = 60_000;

/** Has the browser save something under a name, as a link to a file does. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
}
