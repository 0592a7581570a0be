import type { Budget } from "../model/budget.ts";
import type { Log } from "../telemetry/log.ts";
import { openAiEars, openAiVoice } from "./openai.ts";
import { type Speech, type SpeechOptions, speechOf } from "./reader.ts";

export type SpeechSettings = {
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly SPEECH_MODEL?: string | undefined;
  readonly SPEECH_VOICE: string;
  readonly TRANSCRIPTION_MODEL?: string | undefined;
};

/** The voice and the ears that the operator has set; neither unless named. */
export const configuredSpeech = (
  settings: SpeechSettings,
  spend: Budget["take"],
  log: Log,
  onOutcome: SpeechOptions["onOutcome"],
): Speech => {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, SPEECH_VOICE: voice } = settings;
  const { SPEECH_MODEL: voiceModel, TRANSCRIPTION_MODEL: earsModel } = settings;
  const server = { apiKey, baseUrl, log };
  return speechOf({
    voice: voiceModel === undefined ? undefined : openAiVoice({ ...server, model: voiceModel, voice }),
    ears: earsModel === undefined ? undefined : openAiEars({ ...server, model: earsModel }),
    manner: `${voiceModel} ${voice}`,
    spend,
    log,
    onOutcome,
  });
};
