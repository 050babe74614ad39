import { prisma } from './database.js'

const here = { status: { in: ['ACTIVE', 'ONBOARDING'] } }

export async function statistics() {
  const [byTier, byStatus, sums, usage] = await Promise.all([
    prisma.customer.groupBy({ by: ['tier'], where: here, _count: true }),
    prisma.customer.groupBy({ by: ['status'], _count: true }),
    prisma.customer.aggregate({
      where: here,
      _count: true,
      _avg: { healthScore: true },
      _sum: { annualContractValue: true, lifetimeValue: true },
    }),
    prisma.successProfile.aggregate({
      where: { customer: here },
      _avg: { adoptionRate: true, latestNPS: true, latestCSAT: true },
    }),
  ])
  const ofStatus = Object.fromEntries(byStatus.map((row) => [row.status, row._count]))
  return {
    totalCustomers: sums._count,
    customersByTier: Object.fromEntries(byTier.map((row) => [row.tier, row._count])),
    customersByStatus: ofStatus,
    averageHealthScore: Math.round(sums._avg.healthScore ?? 0),
    totalAnnualRevenue: sums._sum.annualContractValue ?? 0,
    totalLifetimeValue: sums._sum.lifetimeValue ?? 0,
    atRiskCustomers: ofStatus.AT_RISK ?? 0,
    churnedCustomers: ofStatus.CHURNED ?? 0,
    customersOnboarding: ofStatus.ONBOARDING ?? 0,
    averageAdoptionRate: twoDecimals(usage._avg.adoptionRate),
    averageNPS: twoDecimals(usage._avg.latestNPS),
    averageCSAT: twoDecimals(usage._avg.latestCSAT),
  }
}

function twoDecimals(value) {
  return value === null ? null : Math.round(value * 100) / 100
}
