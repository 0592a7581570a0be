import { useScrollStop } from "../lobby/scroll-stop.ts";

/** What is wrong with a file, and where. */
export type Fault = { readonly line: number; readonly field: string; readonly reason: string };

/** The fields that need a better word for people. */
const fieldNames: Readonly<Record<string, string>> = {
  prompt: "question",
  key: "right answer",
  choices: "answers",
  choice: "answer",
};

/** Faults of a file by line. */
export const FaultTable = ({ caption, faults }: { readonly caption: string; readonly faults: readonly Fault[] }) => {
  const box = useScrollStop<HTMLDivElement>();
  return (
    <div class="fault-table" ref={box} role="group" aria-label={caption}>
      <table data-testid="faults">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="figure">
              Line
            </th>
            <th scope="col">Field</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, field, reason }, index) => (
            <tr key={`${index} ${line}`}>
              <td class="figure">{line}</td>
              <td>{fieldNames[field] ?? field}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
