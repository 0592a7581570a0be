import { useScrollStop } from "../lobby/scroll-stop.ts";
import { say } from "../text/say.ts";

/** What is wrong with a file, and where. */
export type Fault = { readonly line: number; readonly field: string; readonly reason: string };

/** The fields that need a better word for people. */
const fieldName = (field: string): string => {
  switch (field) {
    case "prompt":
      return say("host:faults.question");
    case "key":
      return say("host:faults.key");
    case "choices":
      return say("host:faults.answers");
    case "choice":
      return say("host:faults.answer");
    default:
      return field;
  }
};

type Props = {
  readonly caption: string;
  readonly faults: readonly Fault[];
  /** What is counted where it is not lines. */
  readonly lineName?: string;
};

/** Faults of a file by line. */
export const FaultTable = ({ caption, faults, lineName = say("host:faults.line") }: Props) => {
  const box = useScrollStop<HTMLDivElement>();
  return (
    <div class="fault-table" ref={box} role="group" aria-label={caption}>
      <table data-testid="faults">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="figure">
              {lineName}
            </th>
            <th scope="col">{say("host:faults.field")}</th>
            <th scope="col">{say("host:faults.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, field, reason }, index) => (
            <tr key={`${index} ${line}`}>
              <td class="figure">{line}</td>
              <td>{fieldName(field)}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
