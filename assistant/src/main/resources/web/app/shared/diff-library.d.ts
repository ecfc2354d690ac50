/** What is used of the library "diff", which has no types of its own in this version. */
declare module "diff" {
  interface ArrayPart {
    value: string[];
    added?: boolean;
    removed?: boolean;
  }

  /** Undefined where more than `maxEditLength` edits were needed. */
  export function diffArrays(from: string[], to: string[], options: { maxEditLength: number }): ArrayPart[] | undefined;
}
