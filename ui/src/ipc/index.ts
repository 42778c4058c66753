// What every screen asks of the core. Lists in pages and parts have files of their own, read by the screens that need
// them.
export { type CommandName, call } from "./call";
export { lastChange, undoChange, useChange, useSubmit, useWork } from "./changes";
export { onClockDoubted } from "./clock";
export { ask, useAsk, useAskAgain, useForgetWorkspace, useWaiting } from "./questions";
export { type Refusal, refusal } from "./refusal";
export { onPersonNeeded } from "./who";
