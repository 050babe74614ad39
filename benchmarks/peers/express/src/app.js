import express from 'express'
import { ZodError } from 'zod'

import { createCustomer, findCustomer, listCustomers } from './customers.js'
import { customerId, listQuery, newCustomer } from './schemas.js'
import { statistics } from './statistics.js'

const routes = express.Router()

routes.get('/customers', async (request, response) => {
  response.json({ success: true, ...(await listCustomers(listQuery.parse(request.query))) })
})

routes.get('/customers/:id', async (request, response) => {
  const customer = await findCustomer(customerId.parse(request.params.id))
  if (!customer) {
    response.status(404).json({ success: false, error: 'Customer not found' })
    return
  }
  response.json({ success: true, data: customer })
})

routes.post('/customers', async (request, response) => {
  const customer = await createCustomer(newCustomer.parse(request.body))
  response.status(201).json({ success: true, data: customer })
})

routes.get('/statistics', async (request, response) => {
  response.json({ success: true, data: await statistics() })
})

export const app = express()
  .disable('x-powered-by')
  .use(express.json())
  .use('/api/v1/customer-success', routes)
  .use((error, request, response, next) => {
    if (error instanceof ZodError) {
      response.status(400).json({ success: false, error: 'Validation failed', details: error.issues })
      return
    }
    console.error(error)
    response.status(error.status ?? 500).json({ success: false, error: 'Request failed' })
  })
