// Around everything that asks: where the answers are kept.
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { client } from "./questions";

export function CoreProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
