export type Values = Record<string, string[]>;

/** What a form's named fields hold; files and passwords are never read. */
export function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const field of fieldsOf(form)) {
    const list = (values[field.name] ??= []);
    if (!isBox(field) || field.checked) {
      list.push(field.value);
    }
  }
  return values;
}

/** How a form was, with boxes that came later as they came: choices that the service names. */
export function withLaterBoxes(before: Values, form: HTMLFormElement): Values {
  const all: Values = { ...before };
  for (const field of fieldsOf(form)) {
    if (isBox(field) && !(field.name in before)) {
      const list = (all[field.name] ??= []);
      if (field.defaultChecked) {
        list.push(field.value);
      }
    }
  }
  return all;
}

/** Those that differ from how the form was. */
export function changedValues(before: Values, now: Values): Values {
  return Object.fromEntries(Object.entries(now).filter(([name, list]) => list.join("\n") !== (before[name] ?? []).join("\n")));
}

/** Puts values into the fields of their names; other fields stay. */
export function fill(form: HTMLFormElement, values: Values): void {
  const used: Record<string, number> = {};
  for (const field of fieldsOf(form)) {
    const list = values[field.name];
    if (!list) {
      continue;
    }
    if (isBox(field)) {
      field.checked = list.includes(field.value);
    } else {
      const at = (used[field.name] = (used[field.name] ?? -1) + 1);
      field.value = list[at] ?? "";
    }
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  ([...form.elements] as Field[]).filter(
    (one) => /^(INPUT|TEXTAREA|SELECT)$/.test(one.tagName) && one.name !== "" && !["file", "password", "hidden"].includes(one.type),
  );

const isBox = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";
