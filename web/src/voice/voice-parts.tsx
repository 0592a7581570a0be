import { lazyPart } from "../conduct/lazy-part.tsx";
import { settingsAt } from "../sound/settings.ts";
import type { VoiceChatProps } from "./voice-chat.tsx";

const Answer = lazyPart(() => import("./voice-answer.tsx").then(({ default: part }) => part), "voice");
const Chat = lazyPart(() => import("./voice-chat.tsx").then(({ default: part }) => part), "voice");

/** A microphone at the question, for who has asked for one. */
export const VoiceAnswer = () => (settingsAt("device").value.talk ? <Answer /> : null);

/** A microphone at the chat, for who has asked for one. */
export const VoiceChat = (props: VoiceChatProps) => (settingsAt("device").value.talk ? <Chat {...props} /> : null);
