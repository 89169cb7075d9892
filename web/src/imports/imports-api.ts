import { ImportRowPage, ImportRun } from '@nhip/server/imports/contract.ts';
import type { StartImport } from '@nhip/server/imports/contract.ts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { addressOf, ApiProblem, problemOf, reading, send } from '../api.ts';

/** What a reader waits for is asked again this often. */
const pollMs = 700;

export const isRunning = (run: ImportRun) => run.status === 'staging' || run.status === 'applying';

export const importRuns = queryOptions({
  ...reading(z.array(ImportRun), '/api/imports'),
  refetchInterval: (query) => (query.state.data?.some(isRunning) ? 2 * pollMs : false),
  staleTime: 0,
});

export const importRun = (id: string) =>
  queryOptions({
    ...reading(ImportRun, `/api/imports/${id}`),
    refetchInterval: (query) => (query.state.data && isRunning(query.state.data) ? pollMs : false),
    staleTime: 0,
  });

export interface RowFilter {
  change?: string | undefined;
  held?: boolean;
  severity?: string;
  page: number;
  size: number;
}

export const importRows = (id: string, filter: RowFilter) =>
  reading(ImportRowPage, `/api/imports/${id}/rows`, { ...filter });

export const applyImport = (id: string) => send(ImportRun, 'POST', `/api/imports/${id}/apply`);

export const discardImport = (id: string) => send(ImportRun, 'POST', `/api/imports/${id}/discard`);

export const rejectedRowsAddress = (id: string) => `/api/imports/${id}/rows.csv`;

/**
 * Sends the bytes of a file as they are. `fetch` does not tell how much has left the machine,
 * XMLHttpRequest does.
 */
export function uploadImport(
  request: StartImport,
  file: Blob,
  onProgress: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<ImportRun> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest();
    upload.open('POST', addressOf('/api/imports', { ...request }));
    upload.setRequestHeader('content-type', 'application/octet-stream');
    upload.setRequestHeader('accept', 'application/json');
    upload.responseType = 'json';
    upload.upload.onprogress = (event) => onProgress(event.loaded);
    upload.onerror = () => reject(interrupted);
    upload.onabort = () => reject(signal.reason);
    upload.onload = () => {
      if (upload.status >= 400) return reject(problemOf(upload.status, upload.response));
      const run = ImportRun.safeParse(upload.response);
      if (run.success) resolve(run.data);
      else reject(problemOf(upload.status, undefined));
    };
    signal.addEventListener('abort', () => upload.abort(), { once: true });
    upload.send(file);
  });
}

const interrupted = new ApiProblem('upload-interrupted', 0, {
  vi: 'Tệp chưa được gửi hết vì kết nối với máy chủ bị ngắt. Chưa có gì được nhập; hãy gửi lại.',
  en: 'The file was not sent completely because the connection to the server broke. Nothing was imported; send it again.',
});
