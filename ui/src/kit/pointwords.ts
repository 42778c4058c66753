// What an open point asks for, in the language of the page. The core says it in English.
import { ofData, titleOf, wholeTitle } from "../i18n";
import type { DueItem } from "../ipc/generated/core";

/** With the language it is in. */
export const pointWords = (point: { what: string }): ReturnType<typeof ofData> => ofData(point.what);

const titled = (item: DueItem) => (item.control ? titleOf(item.control.at, item.title) : { text: item.title });

/** The title of what is due: of a document or record, of a control in the language of the page. */
export const dueTitle = (item: DueItem): string => titled(item).text;

/** What is due: what the point asks for, else the title. */
export const dueWords = (item: DueItem): string => (item.point ? pointWords(item.point).text : dueTitle(item));

/** The same whole, where it may be cut short; of a control in English as well. */
export const dueWhole = (item: DueItem): string =>
  item.point ? pointWords(item.point).text : wholeTitle(titled(item));
