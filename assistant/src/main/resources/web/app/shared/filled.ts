/** What was filled in, as a query; empty fields are left out. */
export function filled(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (String(value).trim() !== "") {
      query.set(name, String(value).trim());
    }
  });
  return query;
}
