// What is entered about a record and can be corrected, in the order of the form, with the words for it.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RecordStated } from "../../ipc/generated/core";
import type { Particular } from "../../kit/correction";

type Name = Exclude<keyof RecordStated, "id" | "code" | "filed" | "state">;

const PARTICULARS: [Name, Particular["form"]][] = [
  ["title", "text"],
  ["kind", "text"],
  ["retention", "text"],
  ["period_from", "day"],
  ["period_to", "day"],
  ["collected", "day"],
  ["valid_until", "day"],
  ["note", "area"],
];

/** What records call differently. */
const OWN: Partial<Record<Name, string>> = { title: "records.whatItShows", kind: "records.kind" };

export function useParticulars(): Particular[] {
  const { t } = useTranslation();
  return useMemo(
    () =>
      PARTICULARS.map(([name, form]) => ({
        name,
        label: t(OWN[name] ?? `particular.${name}`),
        form,
        wide: name === "title",
        needed: name === "title",
      })),
    [t],
  );
}

/** What a record says of each, as text; empty where it says nothing. */
export function valuesOf(record: Pick<RecordStated, Name>): Record<string, string> {
  return Object.fromEntries(PARTICULARS.map(([name]) => [name, record[name] ?? ""]));
}
