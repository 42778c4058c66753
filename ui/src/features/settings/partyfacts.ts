// What may be on file of a party, by groups, and which words a fact is held by.
import type { Party, PartyFact, PartyKind, PartyOnFile } from "../../ipc/generated/core";

export const PARTY_KINDS: PartyKind[] = ["external", "internal", "customer"];

export type FactGroup = "agreed" | "contract" | "told" | "criteria" | "delivery";

export const FACTS: [FactGroup, PartyFact[]][] = [
  ["agreed", ["serves", "contract", "agreement", "service_level_agreement"]],
  [
    "contract",
    [
      "contract_services",
      "contract_requirements",
      "contract_targets",
      "contract_responsibilities",
      "contract_authorities",
    ],
  ],
  ["told", ["told_approvals", "told_competence", "told_performance", "told_site_checks"]],
  [
    "criteria",
    [
      "evaluation_criteria",
      "evaluation_results",
      "selection_criteria",
      "selection_results",
      "monitoring_criteria",
      "monitoring_results",
      "reevaluation_criteria",
      "reevaluation_results",
    ],
  ],
  ["delivery", ["targets_compared", "effect", "risk"]],
];

/** The words that a fact is held by, where these are given. */
export const WORDS: Partial<Record<PartyFact, string[]>> = {
  service_level_agreement: ["alone", "contract", "agreement"],
  targets_compared: ["fits", "weaker"],
};

export const heldOf = (party: Party, fact: PartyFact): PartyOnFile | undefined =>
  party.on_file.find((one) => one.fact === fact);

/** Which facts of a group are on file: `3 of 5`. */
export function onFile(party: Party, facts: PartyFact[]): number {
  return facts.filter((fact) => heldOf(party, fact) !== undefined).length;
}

/** Systems as the core keeps them in words, by their codes. */
export const systemsOf = (words: string | undefined): string[] => (words ?? "").split(/[,;\s]+/).filter(Boolean);

/** Parties in order: those that work for a lead stand under it. */
export function byLead(parties: Party[]): Party[] {
  const under = (lead: string | null): Party[] =>
    parties.filter((one) => one.lead === lead).flatMap((one) => [one, ...under(one.id)]);
  const all = under(null);
  return [...all, ...parties.filter((one) => !all.includes(one))];
}
