import { z } from 'zod'

const tier = z.enum(['ENTERPRISE', 'MID_MARKET', 'SMALL_BUSINESS', 'TRIAL'])
const status = z.enum(['ACTIVE', 'ONBOARDING', 'AT_RISK', 'CHURNED', 'PAUSED'])
const text = z.string().max(500)
const count = z.number().int().nonnegative()
const money = z.number().nonnegative()
const instant = z.coerce.date()

export const listQuery = z.object({
  tier: tier.optional(),
  status: status.optional(),
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const customerId = z.uuid()

export const newCustomer = z.strictObject({
  leadId: z.uuid().optional(),
  name: z.string().min(1).max(255),
  companyName: text.optional(),
  email: z.email(),
  phone: text.optional(),
  industry: text.optional(),
  businessType: text.optional(),
  employeeCount: z.number().int().positive().optional(),
  annualRevenue: money.optional(),
  website: text.optional(),
  billingAddress: text.optional(),
  billingCity: text.optional(),
  billingState: text.optional(),
  billingZipCode: text.optional(),
  billingCountry: text.optional(),
  tier: tier.optional(),
  status: status.optional(),
  contractStartDate: instant,
  contractEndDate: instant.optional(),
  annualContractValue: money.optional(),
  customerSince: instant.optional(),
  totalPolicies: count.optional(),
  activePolicies: count.optional(),
  lifetimeValue: money.optional(),
  lastContactDate: instant.optional(),
  nextRenewalDate: instant.optional(),
  preferredContactMethod: text.optional(),
  tags: z.array(text).optional(),
  metadata: z
    .looseObject({
      primaryObjective: z.string().optional(),
      secondaryObjectives: z.array(z.string()).optional(),
      targetMetrics: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
})
