/** What was typed into a field of a form, without the space around it. */
export const formText = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === "string" ? value.trim() : "";
};

/** What was typed into a field of a form, to the letter: a password may begin or end with a space. */
export const formSecret = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
};

/** The fields of the form that was just sent. */
export const formOf = (event: SubmitEvent): FormData => new FormData(event.currentTarget as HTMLFormElement);
