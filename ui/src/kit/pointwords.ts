// What an open point asks for, in the language of the page. The core says it in English.
import { ofData } from "../i18n";
import type { DueItem } from "../ipc/generated/core";

/** With the language it is in. */
export const pointWords = (point: { what: string }): ReturnType<typeof ofData> => ofData(point.what);

/** What is due: what the point asks for, else the title of the document or record. */
export const dueWords = (item: DueItem): string => (item.point ? pointWords(item.point).text : item.title);
