import type { ImportKind } from '@nhip/server/imports/contract.ts';
import { ProgrammeList } from '@nhip/server/programmes/contract.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { Refused } from './refused.tsx';
import { bundleFiles } from './bundle-files.ts';
import { FileDrop } from './file-drop.tsx';
import { fileSize } from './file-size.ts';
import { faultsOf, formatOf, kindOfFile, type StartFault } from './import-rules.ts';
import { importRuns, uploadImport } from './imports-api.ts';
import { KindChoice } from './kind-choice.tsx';
import { importMessages } from './messages.ts';
import styles from './start-import-form.module.css';
import { TextField } from './text-field.tsx';
import { UploadBar } from './upload-bar.tsx';

/** A new import: what kind, from where, which file. Sending it only checks it; nothing is applied. */
export function StartImportForm({ kindWanted }: { kindWanted: ImportKind }) {
  const t = useMessages(importMessages);
  const f = useFigures();
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>(kindWanted);
  const [source, setSource] = useState('itviec');
  const [institution, setInstitution] = useState('');
  const [version, setVersion] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const sources = useKnownSources();
  const institutions = useKnownInstitutions();
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const faults = faultsOf({
    ...{ kind, source, institution, version },
    file: files.length > 0 ? { size } : undefined,
  });

  const upload = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      stop.current = new AbortController();
      setSent(0);
      const from =
        kind === 'programme'
          ? { institution: institution.trim() }
          : kind === 'advertisements'
            ? { source: source || undefined }
            : kind === 'framework'
              ? { version: version.trim() || undefined }
              : {};
      const { signal } = stop.current;
      const file = await bundleFiles(chosen);
      const request = { kind, fileName: file.name, format: formatOf[kind], ...from };
      return uploadImport(request, file, setSent, signal);
    },
    onSuccess: (run) => navigate({ to: '/imports/$id', params: { id: run.id } }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (faults.length === 0 && files.length > 0) return upload.mutate(files);
    setTimeout(() =>
      form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus(),
    );
  }

  const words = (field: StartFault['field']) => {
    // A file shows its fault at once; what is still being typed waits for the attempt to send.
    const shown = tried || (field === 'file' && files.length > 0);
    const fault = shown ? faults.find((one) => one.field === field) : undefined;
    return fault && t(`start.${fault.key}`, { size: fileSize(size, f.number) });
  };
  const stopped = upload.error instanceof DOMException && upload.error.name === 'AbortError';

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <KindChoice
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          if (chosen !== 'framework') setFiles((before) => before.slice(0, 1));
        }}
      />
      <FileDrop
        kind={kind}
        files={files}
        several={kind === 'framework'}
        fault={words('file')}
        onFiles={(chosen) => {
          setFiles(chosen);
          setKind(kindOfFile(chosen[0]!.name, kind) ?? kind);
        }}
      />
      {kind === 'advertisements' && (
        <TextField
          label={t('start.source')}
          hint={t('start.sourceHint')}
          value={source}
          fault={words('source')}
          known={sources}
          onChange={setSource}
        />
      )}
      {kind === 'programme' && (
        <TextField
          label={t('start.institution')}
          hint={t('start.institutionHint')}
          value={institution}
          fault={words('institution')}
          known={institutions}
          onChange={setInstitution}
        />
      )}
      {kind === 'framework' && (
        <p className="small">
          {t('start.template')}{' '}
          <a href="/api/frameworks/template.xlsx" download>
            {t('start.templateLink')}
          </a>{' '}
          {t('start.elsewhere')} <Link to="/imports/subscriptions">{t('start.follow')}</Link>
        </p>
      )}
      {kind === 'framework' && (
        <TextField
          label={t('start.version')}
          hint={t('start.versionHint')}
          value={version}
          fault={words('version')}
          known={[]}
          onChange={setVersion}
        />
      )}
      {upload.isPending ? (
        <UploadBar sent={sent} total={size} onStop={() => stop.current?.abort()} />
      ) : (
        <div>
          <ActionButton primary type="submit">
            {t('start.go')}
          </ActionButton>
        </div>
      )}
      {upload.isError && !stopped && <Refused error={upload.error} />}
    </form>
  );
}

function useKnownSources(): string[] {
  const runs = useQuery(importRuns).data ?? [];
  return [...new Set(runs.flatMap((run) => run.source ?? []))];
}

function useKnownInstitutions(): string[] {
  const local = useLocalText();
  const programmes = useQuery(reading(ProgrammeList, '/api/programmes')).data ?? [];
  return [...new Set(programmes.map((programme) => local(programme.institution.name)))];
}
