-- What wrk sends. Arguments: the method, a file of addresses (one a line), a word for this run.
-- GET goes round the addresses; POST sends a new customer each time.

local requests, count, method, word = {}, 0, nil, nil

local customer = [[{"name":"%s","companyName":"%s Ltd","email":"office@%s.example",
"phone":"+44 20 7946 0000","industry":"Insurance","employeeCount":120,"annualRevenue":4500000,
"billingCity":"Bristol","billingCountry":"GB","tier":"MID_MARKET","status":"ONBOARDING",
"contractStartDate":"2026-11-01T00:00:00Z","contractEndDate":"2027-10-31T00:00:00Z",
"annualContractValue":48000,"nextRenewalDate":"2027-10-31T00:00:00Z","tags":["new","partner"],
"metadata":{"primaryObjective":"Fewer tickets","secondaryObjectives":["Faster answers"],
"targetMetrics":{"adoption":80}}}]]

function init(args)
  method, word = args[1], args[3]
  for path in io.lines(args[2]) do
    requests[#requests + 1] = method == "GET" and wrk.format("GET", path) or path
  end
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  local found = requests[count % #requests + 1]
  if method == "GET" then
    return found
  end
  local name = word .. "-" .. count
  return wrk.format(method, found, nil, customer:format(name, name, name))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'RESULT {"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"median_ms":%.3f,"p99_ms":%.3f}',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
