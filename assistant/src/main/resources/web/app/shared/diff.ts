import { diffArrays } from "diff";

/** A stretch of text that stayed, came or went. */
export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond this many edits a text is a new one, and shown as such. */
const MOST = 2000;

/** What was changed from one text to another, character by character; removed stretches come before added ones. */
export function changes(from: string, to: string): Change[] {
  const parts = diffArrays([...from], [...to], { maxEditLength: MOST });
  if (!parts) {
    return [
      { kind: "removed", text: from },
      { kind: "added", text: to },
    ];
  }
  return parts
    .map((part): Change => ({
      kind: part.added ? "added" : part.removed ? "removed" : "same",
      text: part.value.join(""),
    }))
    .filter((one) => one.text !== "");
}
