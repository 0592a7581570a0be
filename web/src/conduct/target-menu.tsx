import { useLayoutEffect, useState } from "preact/hooks";
import { ask } from "../actions.ts";
import { Dialog } from "../dialog.tsx";
import { lobby, maySteer, seat } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { say } from "../text/say.ts";
import { BanForm, KickForm, MuteForm } from "./hand-forms.tsx";
import { ReportForm } from "./report-form.tsx";
import type { Target } from "./target.tsx";

type Step = "menu" | "report-line" | "report-person" | "mute" | "kick" | "ban";

type Props = { readonly target: Target; readonly onClose: () => void };

/** What can be done about a line or a person: copied, reported, and by the host taken away. */
export const TargetMenu = ({ target, onClose }: Props) => {
  const [step, setStep] = useState<Step>("menu");
  // What was pressed has gone: the reading goes on at the top of what came.
  useLayoutEffect(() => {
    if (step !== "menu") document.getElementById("dialog-title")?.focus();
  }, [step]);
  return (
    <Dialog title={titleOf(step, target)} testId="target-menu" onClose={onClose}>
      {target.line !== undefined && (step === "menu" || step === "report-line") && (
        <p class="quoted">{target.line.text}</p>
      )}
      <Body step={step} target={target} onStep={setStep} onClose={onClose} />
    </Dialog>
  );
};

const titleOf = (step: Step, { name, line }: Target): string => {
  switch (step) {
    case "menu":
      return line === undefined ? name : say("conduct:menu.said", { name });
    case "report-line":
      return say("conduct:menu.reportLine");
    case "report-person":
      return say("conduct:menu.report", { name });
    case "mute":
      return say("conduct:menu.mute", { name });
    case "kick":
      return say("conduct:menu.kick", { name });
    case "ban":
      return say("conduct:menu.ban", { name });
  }
};

type BodyProps = Props & { readonly step: Step; readonly onStep: (step: Step) => void };

const Body = ({ step, target, onStep, onClose }: BodyProps) => {
  const { player, line } = target;
  switch (step) {
    case "menu":
      return <Choices target={target} onStep={onStep} onClose={onClose} />;
    case "report-line":
      return <ReportForm key={step} what={{ message: line?.id ?? "" }} onClose={onClose} />;
    case "report-person":
      return <ReportForm key={step} what={{ player }} onClose={onClose} />;
    case "mute":
      return <MuteForm target={target} onClose={onClose} />;
    case "kick":
      return <KickForm target={target} onClose={onClose} />;
    case "ban":
      return <BanForm target={target} onClose={onClose} />;
  }
};

type ChoicesProps = Props & { readonly onStep: (step: Step) => void };

const Choices = ({ target: { player, name, kind, line }, onStep, onClose }: ChoicesProps) => {
  const here = lobby.value?.players.find(({ id }) => id === player);
  const isOther = player !== seat.value;
  const isPerson = kind !== "bot";
  const mayReport = seat.value !== "" && isOther;
  const mayAct = maySteer.value && isOther;
  const act = async (work: () => Promise<unknown>) => {
    await work();
    onClose();
  };
  return (
    <>
      <ul class="choices-list">
        {line !== undefined && (
          <Choice words={say("conduct:menu.copy")} onPick={() => void act(() => copy(line.text))} />
        )}
        {line !== undefined && mayReport && (
          <Choice words={say("conduct:menu.reportLineNext")} id="report-line" onPick={() => onStep("report-line")} />
        )}
        {isPerson && mayReport && (
          <Choice
            words={say("conduct:menu.reportNext", { name })}
            id="report-person"
            onPick={() => onStep("report-person")}
          />
        )}
        {line !== undefined && maySteer.value && (
          <Choice
            words={say("conduct:menu.remove")}
            id="remove-line"
            onPick={() => void act(() => ask("remove", { message: line.id }))}
          />
        )}
        {isPerson && mayAct && here?.muted && (
          <Choice
            words={say("conduct:menu.unmute", { name })}
            id="unmute"
            onPick={() => void act(() => ask("mute", { player, minutes: 0 }))}
          />
        )}
        {isPerson && mayAct && here !== undefined && !here.muted && (
          <Choice words={say("conduct:menu.muteNext", { name })} id="mute" onPick={() => onStep("mute")} />
        )}
        {mayAct && here !== undefined && (
          <Choice words={say("conduct:menu.kickNext", { name })} id="kick" onPick={() => onStep("kick")} />
        )}
        {isPerson && mayAct && (
          <Choice words={say("conduct:menu.banNext", { name })} id="ban" onPick={() => onStep("ban")} />
        )}
        {isPerson && mayAct && here?.connected && (
          <li>
            <SureButton
              class="wide"
              sure={say("conduct:menu.makeHostSure", { name })}
              testId="pick-transfer"
              onSure={() => void act(() => ask("transfer", { player }))}
            >
              {say("conduct:menu.makeHost", { name })}
            </SureButton>
          </li>
        )}
      </ul>
      <div class="actions">
        <button onClick={onClose}>{say("conduct:close")}</button>
      </div>
    </>
  );
};

type ChoiceProps = {
  readonly words: string;
  readonly onPick: () => void;
  readonly id?: string;
};

const Choice = ({ words, onPick, id }: ChoiceProps) => (
  <li>
    <button class="wide" onClick={onPick} data-testid={id === undefined ? undefined : `pick-${id}`}>
      {words}
    </button>
  </li>
);

/** Without a secure context there is no clipboard; then the text is there to be selected. */
const copy = async (text: string): Promise<void> => {
  await navigator.clipboard?.writeText(text).catch(() => undefined);
};
