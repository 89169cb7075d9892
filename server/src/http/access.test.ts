import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RouteOptions } from 'fastify';
import {
  API_SCOPES,
  ORGANISATION_ROLES,
  PLATFORM_ROLES,
  type Actor,
  type Role,
} from '#src/actors/actor.ts';
import { testApp } from '#src/testing/app.ts';
import { browserOf } from '#src/testing/people.ts';
import { ROUTES, type Who } from './access-table.ts';
import type { ProblemBody } from './contract.ts';

const ROLES: readonly Role[] = [...ORGANISATION_ROLES, ...PLATFORM_ROLES];

/** Everybody who may come: a visitor, a person who belongs nowhere, a person per role, a machine per scope. */
const CALLERS: { name: string; actor: Actor }[] = [
  { name: 'visitor', actor: { ...nobody(), kind: 'visitor' } },
  { name: 'person', actor: nobody() },
  ...ROLES.map((role) => ({
    name: role,
    actor: { ...nobody(), organisationIds: [2], roles: [role] },
  })),
  ...API_SCOPES.map((scope) => ({
    name: `machine:${scope}`,
    actor: {
      ...nobody(),
      kind: 'api-client' as const,
      personIds: [],
      organisationIds: [2],
      roles: scope === 'read' ? (['viewer'] as const) : [],
      scopes: [scope],
    },
  })),
];

test('every route lets in whom the table names and nobody else, and the table names every route', async (t) => {
  const routes: RouteOptions[] = [];
  await testApp(t, { onRoute: (route) => routes.push(route) });
  const found = new Map<string, readonly string[]>();
  for (const { method, url, config } of routes) {
    for (const verb of [method].flat().filter((one) => one !== 'HEAD')) {
      const names = CALLERS.filter(({ actor }) => config!.access!(actor)).map(({ name }) => name);
      found.set(`${verb} ${url}`, names);
    }
  }
  assert.deepEqual([...found.keys()].sort(), Object.keys(ROUTES).sort());
  for (const [route, names] of found) {
    assert.deepEqual(names, callersOf(ROUTES[route]!), `${route} lets in ${names.join(', ')}`);
  }
});

test('a visitor is asked to sign in on every route that is not open to all, and on no other', async (t) => {
  const { app } = await testApp(t);
  const visitor = browserOf(app);
  for (const [route, who] of Object.entries(ROUTES)) {
    const [method, url] = route.split(' ') as ['GET', string];
    const path = url.replace(/:\w+/g, '1').replace('/*', '/');
    const reply = await visitor.inject({ method, url: path, headers: { origin: ORIGIN } });
    const refused = reply.statusCode === 401 && codeOf(reply.body) === 'sign-in-required';
    assert.equal(refused, !callersOf(who).includes('visitor'), `${route}: ${reply.statusCode}`);
  }
});

const ORIGIN = 'http://127.0.0.1:5757';

function callersOf(who: Who): string[] {
  const names = who === 'anyone' ? CALLERS.map(({ name }) => name) : who;
  return CALLERS.map(({ name }) => name).filter((name) => names.includes(name));
}

function codeOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as ProblemBody).code;
  } catch {
    return undefined;
  }
}

function nobody(): Actor {
  return {
    id: 1,
    kind: 'person',
    organisationId: 2,
    organisationIds: [],
    roles: [],
    purpose: 'a test',
    personId: 1,
    personIds: [1],
    accountId: '00000000-0000-4000-8000-000000000000',
    scopes: [],
  };
}
