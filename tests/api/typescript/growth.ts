/** Groups of advocates, deals that they helped, and the value that customers got. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";
import { day } from "./revenue.js";

export async function gatherAdvocates(one: One): Promise<void> {
  const opened = await answered(
    api.POST("/api/v1/customer-success/advocacy-groups", {
      body: { kind: "USER_GROUP", name: "Users" } satisfies Schemas["NewAdvocacyGroup"],
    }),
  );
  const path = { group_id: opened.data.id };
  const joined = await answered(
    api.POST("/api/v1/customer-success/advocacy-groups/{group_id}/members", {
      params: { path },
      body: { customerId: one.customer_id } satisfies Schemas["NewGroupMember"],
    }),
  );
  const held = await answered(
    api.POST("/api/v1/customer-success/advocacy-groups/{group_id}/meetings", {
      params: { path },
      body: {
        subject: "The year ahead",
        came: [joined.data.id],
      } satisfies Schemas["NewGroupMeeting"],
    }),
  );
  const member = { ...path, member_id: joined.data.id };
  const leave = () =>
    answered(
      api.POST("/api/v1/customer-success/advocacy-groups/{group_id}/members/{member_id}/leave", {
        params: { path: member },
      }),
    );
  await leave();
  const kept = await answered(
    api.POST("/api/v1/customer-success/advocacy-groups/{group_id}/members/{member_id}/keep", {
      params: { path: member },
    }),
  );
  assert.equal(kept.data.leftOn, null);
  const left = await leave();
  const renamed = await answered(
    api.PUT("/api/v1/customer-success/advocacy-groups/{group_id}", {
      params: { path },
      body: { name: "Council", purpose: null } satisfies Schemas["ChangedGroup"],
    }),
  );
  assert.deepEqual([renamed.data.name, renamed.data.purpose], ["Council", null]);
  const whole = await answered(
    api.GET("/api/v1/customer-success/advocacy-groups/{group_id}", { params: { path } }),
  );
  assert.deepEqual(whole.data.memberships, [left.data]);
  assert.deepEqual(whole.data.heldMeetings, [held.data]);
  const all = await answered(api.GET("/api/v1/customer-success/advocacy-groups"));
  assert.deepEqual(all.data.map((group) => [group.members, group.meetings]), [[0, 1]]);
}

export async function helpDeals(path: One): Promise<void> {
  const favours = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/advocacy-activities", {
      params: { path },
    }),
  );
  for (const favour of favours.data) {
    await answered(
      api.POST("/api/v1/customer-success/advocacy-activities/{activity_id}/deal", {
        params: { path: { activity_id: favour.id } },
        body: { name: "Initech", annualValue: 60_000, state: "WON" } satisfies Schemas["HelpedDeal"],
      }),
    );
  }
  const listed = await answered(
    api.GET("/api/v1/customer-success/deals", { params: { query: { state: ["WON"] } } }),
  );
  assert.equal(listed.pagination.total, 1);
  for (const deal of listed.data) {
    const shown = await answered(
      api.GET("/api/v1/customer-success/deals/{deal_id}", {
        params: { path: { deal_id: deal.id } },
      }),
    );
    assert.equal(shown.data.favours.length, favours.data.length);
  }
  const influenced = await answered(api.GET("/api/v1/customer-success/influenced-revenue"));
  assert.equal(influenced.data.find((sum) => sum.state === "WON")?.annualValue, 60_000);
  for (const favour of favours.data.slice(0, 1)) {
    await answered(
      api.DELETE("/api/v1/customer-success/advocacy-activities/{activity_id}/deal", {
        params: { path: { activity_id: favour.id } },
      }),
    );
  }
}

export async function keepValue(path: One): Promise<void> {
  const written = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/value-entries", {
      params: { path },
      body: {
        what: "Saved at the desk",
        amount: 120,
        unit: "hours",
        achievedOn: day(-20),
      } satisfies Schemas["NewValueEntry"],
    }),
  );
  const confirmed = await answered(
    api.POST("/api/v1/customer-success/value-entries/{entry_id}/confirm", {
      params: { path: { entry_id: written.data.id } },
      body: { confirmedBy: "Hank Scorpio" } satisfies Schemas["Confirmation"],
    }),
  );
  const all = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/value-entries", { params: { path } }),
  );
  assert.deepEqual(all.data, [confirmed.data]);
}
