/**
 * The advisory locks of this program: (namespace, key), where the namespace keeps clear of other
 * programs in the same database. A lock belongs to one database, not to the server.
 */
export const lockNamespace = 0x6e686970; // 'nhip'

export const locks = { server: 1, migration: 2, testTemplate: 3, auditSealing: 4 } as const;
