/** What must not compile: the test demands exactly the error that stands beside a line. */

import { api, type Schemas } from "./asking.js";

const name = "Globex";
const email = "hi@globex.example";
const contractStartDate = "2026-01-31";
const path = { customer_id: "0" };

await api.POST("/api/v1/customer-success/customers", {
  body: {
    name,
    email,
    contractStartDate,
    nickname: "Glob", // TS2353
  } satisfies Schemas["NewCustomer"],
});
await api.POST("/api/v1/customer-success/customers", {
  body: { name, email }, // TS2322
});
await api.POST("/api/v1/customer-success/customers", {
  body: { name, email, contractStartDate: 20260131 }, // TS2322
});
await api.POST("/api/v1/customer-success/customers", {
  body: { name, email, contractStartDate, tier: "GOLD" }, // TS2322
});
await api.PUT("/api/v1/customer-success/customers/{customer_id}", {
  params: { path },
  body: { name: null }, // TS2322
});
await api.GET("/api/v1/customer-success/customers", {
  params: { query: { sort: "email" } }, // TS2322
});
await api.GET("/api/v1/customer-success/customers/{customer_id}", {
  params: { path: { id: "0" } }, // TS2353
});
await api.GET("/api/v1/customer-success/clients", {}); // TS2345
await api.DELETE("/api/v1/customer-success/statistics", {}); // TS2345

const { data, error } = await api.GET("/api/v1/customer-success/statistics");
console.log(data.data.totalCustomers); // TS18048
console.log(data?.data.customers); // TS2339
console.log(error?.reason); // TS2339
