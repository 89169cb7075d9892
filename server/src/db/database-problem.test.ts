import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseProblem } from './database-problem.ts';

const code = (fault: object) => databaseProblem(fault, 'main')?.code;

test('a database that is away, starting, stopping or out of sessions is unreachable', () => {
  for (const sqlState of ['08006', '57P01', '57P03', '53300', '28P01', '3D000']) {
    assert.equal(code({ code: sqlState }), 'database-unreachable');
  }
  assert.equal(code({ code: 'ECONNREFUSED', syscall: 'connect' }), 'database-unreachable');
  assert.equal(code({ code: 'ENOENT', syscall: 'connect' }), 'database-unreachable');
  assert.equal(code(new Error('Connection terminated unexpectedly')), 'database-unreachable');
  assert.equal(code(new Error('timeout exceeded when trying to connect')), 'database-unreachable');
});

test('a database without room says that the disk is full', () => {
  assert.equal(code({ code: '53100' }), 'disk-full');
});

test('a wrong statement or a missing file is no fault of the database', () => {
  assert.equal(code({ code: '23505' }), undefined);
  assert.equal(code({ code: 'ENOENT', syscall: 'open' }), undefined);
  assert.equal(code(new Error('anything else')), undefined);
});
