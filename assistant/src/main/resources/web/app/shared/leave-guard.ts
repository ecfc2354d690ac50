/** Asks before the page is left while somebody's work would be lost with it. */
const holders = new Set<object>();

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Holds the page, or lets it go; a listener that stands always would keep the page out of the browser's back cache. */
export function holdPage(holder: object, hold: boolean): void {
  hold ? holders.add(holder) : holders.delete(holder);
  if (holders.size > 0) {
    addEventListener("beforeunload", ask);
  } else {
    removeEventListener("beforeunload", ask);
  }
}
