/** Works something out once for each object. For what never changes: states and their parts. */
export const onceFor = <Of extends object, Result>(work: (of: Of) => Result): ((of: Of) => Result) => {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.result;
    const result = work(of);
    known.set(of, { result });
    return result;
  };
};
