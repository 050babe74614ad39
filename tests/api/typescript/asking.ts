/** The API as a program asks it: with a token, and with every answer that is no success thrown. */

import process from "node:process";
import createClient from "openapi-fetch";
import type { components, paths } from "./built/tenure.d.ts";

/** What is sent and answered, by name. A body that `satisfies` its own has no field too many. */
export type Schemas = components["schemas"];

export const api = createClient<paths>({
  baseUrl: process.env["TENURE_URL"] ?? "http://localhost:8000",
  headers: { Authorization: `Bearer ${process.env["TENURE_TOKEN"]}` },
});

// Every route that was asked is told, for the test to compare with the description.
api.use({
  onResponse({ request, schemaPath, response }) {
    console.log(request.method, schemaPath, response.status);
  },
});

/** Where a customer stands in a path. */
export interface One {
  customer_id: string;
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What a request that succeeded is answered with. */
export async function answered<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (data === undefined) {
    throw new Error(`${response.status} from ${response.url}: ${JSON.stringify(error)}`);
  }
  return data;
}
