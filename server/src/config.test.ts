import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf, readConfig } from './config.ts';

test('without any setting the program opens on this machine alone, in Vietnamese', () => {
  const config = readConfig({});
  assert.deepEqual(
    [config.port, config.host, config.databaseUrl, config.publicUrl, config.language],
    [5757, '127.0.0.1', undefined, undefined, 'vi'],
  );
  assert.match(config.home, /nhip$/);
});

test('a setting that is there but empty is no setting', () => {
  assert.equal(readConfig({ PORT: '', HOST: '', NHIP_HOME: '', DATABASE_URL: '' }).port, 5757);
});

test('a setting that cannot be meant is named', () => {
  const wrong = {
    PORT: ['many', '-1', '65536', '80.5'],
    DATABASE_URL: ['mysql://localhost/x', 'localhost'],
    PUBLIC_URL: ['nhip.example', 'ftp://nhip.example'],
    NHIP_LANG: ['fr'],
    NHIP_SECRET: ['short'],
    TRUST_PROXY: ['true', '0.0.0.0/0', 'proxy.example', '10.0.0.1/8/8'],
    SMTP_URL: ['mail.example'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.throws(
        () => readConfig({ [name]: value }),
        (fault: { code: string; detail: { what: string } }) =>
          fault.code === 'configuration-invalid' && fault.detail.what.startsWith(name),
        `${name}=${value}`,
      );
    }
  }
});

test('proxies are trusted by address or network', () => {
  const TRUST_PROXY = '127.0.0.1, 10.0.0.0/8, ::1';
  assert.equal(readConfig({ TRUST_PROXY }).trustProxy, TRUST_PROXY);
});

test('an address in brackets is the address', () => {
  assert.equal(readConfig({ HOST: '[::1]' }).host, '::1');
});

test('the language is what NHIP_LANG says, else what the locale says, else Vietnamese', () => {
  assert.equal(readConfig({ NHIP_LANG: 'en', LANG: 'vi_VN.UTF-8' }).language, 'en');
  assert.equal(languageOf({ LANG: 'en_GB.UTF-8' }), 'en');
  assert.equal(languageOf({ LC_ALL: 'vi_VN', LANG: 'en_GB.UTF-8' }), 'vi');
  assert.equal(languageOf({ LANG: 'C.UTF-8' }), 'vi');
  assert.equal(languageOf({ LANG: 'fr_FR.UTF-8' }), 'vi');
});
