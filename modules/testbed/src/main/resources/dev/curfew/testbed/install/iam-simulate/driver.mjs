// Asks iam-simulate: one case a line in, one answer a line out, in the batch format of `curfew evaluate aws`.
// Started with `bench FILE SECONDS`, it says instead how many of the file's cases it decides a second of processor time.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const simulate = './node_modules/@cloud-copilot/iam-simulate/dist/esm/'
const { authorize } = await import(simulate + 'core_engine/CoreSimulatorEngine.js')
const { AwsRequestImpl } = await import(simulate + 'request/request.js')
const { RequestContextImpl } = await import(simulate + 'requestContext.js')
const { anonymousPrincipal } = await import(simulate + 'simulation_engine/simulation.js')
const { DiscoveryContextKeyConstraints } = await import(simulate + 'context_keys/discoveryContextKeyConstraints.js')
const { loadPolicy } = await import('./node_modules/@cloud-copilot/iam-policy/dist/esm/index.js')

const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }
const fullAccess = { name: 'RCPFullAWSAccess', policy: { Version: '2012-10-17', Statement: [everything] } }
const strict = { simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]) }

const named = (policies) => (policies ?? []).map((it) => loadPolicy(it.policy, { name: it.name }))
const levels = (given, always) =>
  (given ?? []).map((level, i) => ({ orgIdentifier: 'level-' + i, policies: named([...always, ...level]) }))
const single = (policy, name) => (policy ? loadPolicy(policy, { name }) : undefined)

function request(given) {
  const several = new Set((given.multiValuedKeys ?? []).map((key) => key.toLowerCase()))
  const context = {}
  for (const [key, values] of Object.entries(given.context ?? {})) {
    if (several.has(key.toLowerCase())) {
      context[key] = values
    } else if (values.length > 0) {
      context[key] = values[0]
    }
  }
  return new AwsRequestImpl(
    given.anonymous ? anonymousPrincipal : given.principalArn,
    { resource: given.wildcardOnly ? '*' : given.resourceArn, accountId: given.resourceAccount },
    given.action,
    new RequestContextImpl(context),
    given.wildcardOnly ?? false
  )
}

function prepared(it) {
  return {
    request: request(it.request),
    sessionPolicy: single(it.sessionPolicy, 'sessionPolicy'),
    identityPolicies: named(it.identityPolicies),
    serviceControlPolicies: levels(it.serviceControlPolicies, []),
    resourceControlPolicies: levels(it.resourceControlPolicies, [fullAccess]),
    resourcePolicy: single(it.resourcePolicy, 'resourcePolicy'),
    permissionBoundaries: it.permissionBoundaries ? named(it.permissionBoundaries) : undefined,
    vpcEndpointPolicies: it.vpcEndpointPolicies ? named(it.vpcEndpointPolicies) : undefined,
    simulationParameters: strict,
    serviceSettings: { s3: { blockPublicAccess: it.settings?.restrictPublicBuckets ?? false } }
  }
}

function answer(line) {
  let id = null
  try {
    const it = JSON.parse(line)
    id = it.id
    const { result, blockedBy } = authorize(prepared(it))
    return { id, verdict: result, blockedBy: blockedBy ?? [] }
  } catch (e) {
    return { id, error: String(e) }
  }
}

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

// Of processor time, so that what else the machine does does not count.
function perSecond(items, seconds, work) {
  const start = spent()
  let done = 0
  while (spent() - start < seconds) {
    for (const item of items) {
      work(item)
    }
    done += items.length
  }
  return done / (spent() - start)
}

if (process.argv[2] === 'bench') {
  const lines = readFileSync(process.argv[3], 'utf8').split('\n').filter((line) => line !== '')
  const seconds = Number(process.argv[4])
  const ready = lines.map((line) => prepared(JSON.parse(line)))
  const parse = (line) => authorize(prepared(JSON.parse(line)))
  perSecond(ready, seconds, authorize)
  perSecond(lines, seconds, parse)
  const result = { compiled: perSecond(ready, seconds, authorize), parsed: perSecond(lines, seconds, parse) }
  console.log(JSON.stringify(result))
} else {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(JSON.stringify(answer(line)) + '\n')
  }
}
