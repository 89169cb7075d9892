import pg from 'pg';

interface Address {
  host: string;
  port: number;
  user: string;
  database: string;
}

/** Makes our database in a new cluster; two processes may try at once. */
export async function ensureDatabase(address: Address): Promise<void> {
  const client = new pg.Client({ ...address, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    const known = await client.query('select from pg_database where datname = $1', [
      address.database,
    ]);
    if (known.rowCount === 0) await client.query(`create database ${address.database}`);
  } catch (fault) {
    const { code } = fault as { code?: string };
    const duplicate = code === '42P04' || code === '23505';
    if (!duplicate) throw fault;
  } finally {
    await client.end();
  }
}
