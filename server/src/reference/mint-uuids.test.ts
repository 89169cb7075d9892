import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintUuids } from './mint-uuids.ts';

const NAMESPACE = '00000000-0000-4000-8000-000000000001';
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

test('a missing UUID is added after the code, and no other letter is changed', () => {
  const text = `# của chúng tôi
area:
  code: NT # mạng
  label: { vi: Mạng,   en: Networks }

competencies:
  - kind: competency   # đứng trước
    code: NT.ROUTING
    label: {vi: 'Định tuyến',en: "Routing"}
  - { code: NT.DNS, kind: knowledge }
  - code: NT.OLD
    uuid: 11111111-1111-4111-8111-111111111111`;
  const { text: after, minted } = mintUuids(text, NAMESPACE);
  assert.equal(minted, 3);
  const lines = after.split('\n');
  assert.match(lines[3]!, new RegExp(`^  uuid: ${UUID.source}$`));
  assert.match(lines[9]!, new RegExp(`^    uuid: ${UUID.source}$`));
  assert.match(lines[11]!, new RegExp(`^  - { code: NT.DNS, uuid: ${UUID.source}, kind`));
  const without = after
    .replace(new RegExp(`\n +uuid: (?!1111)${UUID.source}`, 'g'), '')
    .replace(new RegExp(`, uuid: ${UUID.source}`), '');
  assert.equal(without, text);
});

test('the same entry is given the same UUID by everybody, and minting again adds nothing', () => {
  const text = 'area: { code: NT }\n';
  const first = mintUuids(text, NAMESPACE);
  assert.deepEqual(mintUuids(text, NAMESPACE), first);
  assert.deepEqual(mintUuids(first.text, NAMESPACE), { text: first.text, minted: 0 });
});

test('a competency, a role and a certificate of one code are three', () => {
  const uuidOf = (text: string) => UUID.exec(mintUuids(text, NAMESPACE).text)?.[0];
  const uuids = [
    'competencies:\n  - code: A1\n',
    'roles:\n  - code: A1\n',
    'issuer: { code: X }\ncertificates:\n  - code: A1\n',
    'issuer: { code: Y }\ncertificates:\n  - code: A1\n',
  ].map(uuidOf);
  assert.equal(new Set(uuids).size, 4);
  assert.equal(uuidOf('tools:\n  - code: A1\n'), uuids[0]);
});

test('line ends of Windows stay, and a file that is no YAML stays as it is', () => {
  const { text } = mintUuids('area:\r\n  code: NT\r\n  label: x\r\n', NAMESPACE);
  assert.match(
    text,
    new RegExp(`^area:\r\n  code: NT\r\n  uuid: ${UUID.source}\r\n  label: x\r\n$`),
  );
  assert.deepEqual(mintUuids('area: [', NAMESPACE), { text: 'area: [', minted: 0 });
});
