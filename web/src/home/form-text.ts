/** What was typed into a field of a form, without the space around it. */
export const formText = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === "string" ? value.trim() : "";
};

/** The fields of the form that was just sent. */
export const formOf = (event: SubmitEvent): FormData => new FormData(event.currentTarget as HTMLFormElement);
