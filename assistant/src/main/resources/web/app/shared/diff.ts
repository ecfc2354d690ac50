/** A stretch of text that stayed, came or went. */
export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond this many edits a text is a new one, and shown as such. */
const MOST = 2000;

/**
 * What was changed from one text to another, character by character (Myers 1986, greedy, O(ND));
 * common beginnings and ends are cut first. Removed stretches come before added ones.
 */
export function changes(from: string, to: string): Change[] {
  const a = [...from];
  const b = [...to];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    head++;
  }
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    tail++;
  }
  const steps = edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([
    { kind: "same", text: a.slice(0, head).join("") },
    ...steps,
    { kind: "same", text: a.slice(a.length - tail).join("") },
  ]);
}

function edits(a: string[], b: string[]): Change[] {
  const most = Math.min(a.length + b.length, MOST);
  // The furthest place reached in `a` on each diagonal k, at most + k.
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k;
      const down = k === -d || (k !== d && reach[at - 1] < reach[at + 1]);
      let x = down ? reach[at + 1] : reach[at - 1] + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) {
        x++;
      }
      reach[at] = x;
      if (x >= a.length && x - k >= b.length) {
        return back(trace, a, b);
      }
    }
  }
  return [
    { kind: "removed", text: a.join("") },
    { kind: "added", text: b.join("") },
  ];
}

function back(trace: Int32Array[], a: string[], b: string[]): Change[] {
  const steps: Change[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = (k: number): number => trace[d][d + 1 + k];
    const k = x - y;
    const down = k === -d || (k !== d && reached(k - 1) < reached(k + 1));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : reached(before);
    const fromY = d === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      steps.push({ kind: "same", text: a[--x] });
      y--;
    }
    if (d > 0) {
      steps.push(down ? { kind: "added", text: b[--y] } : { kind: "removed", text: a[--x] });
    }
  }
  return steps.reverse();
}

function joined(steps: Change[]): Change[] {
  const out: Change[] = [];
  for (const step of steps) {
    const last = out[out.length - 1];
    if (step.text !== "" && last?.kind === step.kind) {
      last.text += step.text;
    } else if (step.text !== "") {
      out.push({ ...step });
    }
  }
  return out;
}
