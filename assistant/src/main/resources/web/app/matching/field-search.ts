import type { Field } from "./types";

export interface FieldOption {
  key: string;
  name: string;
}

const HAN = /\p{Script=Han}/u;
const CUSTOM = "custom:";
const LONGEST_CUSTOM = 20;

/** How well a field fits what was typed, 0 best; null where it does not. */
function rank(field: Field, typed: string): number | null {
  const tests = [
    field.name === typed || field.key === typed,
    field.name.startsWith(typed),
    field.initials.startsWith(typed),
    field.key.startsWith(typed),
    field.name.includes(typed),
    field.otherNames.some((one) => one.startsWith(typed)),
    field.key.includes(typed),
    field.initials.includes(typed),
  ];
  const first = tests.indexOf(true);
  return first < 0 ? null : first;
}

/**
 * Fields by what was typed: the Chinese name, the key, pinyin initials of the name (yysr is 营业收入), or a name from
 * other tables. Words that are no field's name are offered as a field of their own.
 */
export function fieldOptions(fields: Field[], text: string): FieldOption[] {
  const typed = text.trim().toLowerCase();
  if (typed === "") {
    return fields;
  }
  const found = fields
    .map((field) => ({ field, rank: rank(field, typed) }))
    .filter((one): one is { field: Field; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((one): FieldOption => one.field);
  const own = HAN.test(typed) && typed.length <= LONGEST_CUSTOM && !fields.some((field) => field.name === typed);
  return own ? [...found, { key: CUSTOM + typed, name: `自定字段“${typed}”` }] : found;
}
