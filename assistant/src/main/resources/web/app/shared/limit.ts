/**
 * For a text area, in the place of maxlength, which cuts what is pasted in silence: the text stays as it
 * is, and the form says what is too much.
 */
export const limit =
  (most: number) =>
  (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    const length = field.value.length;
    field.setCustomValidity(length > most ? `最多 ${most} 字，现在 ${length} 字；多出的没有删去，请删短。` : "");
  };
