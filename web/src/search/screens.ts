import type { Session } from '@nhip/server/sign-in/contract.ts';
import type { TranslateOf } from '../language.ts';
import { mayOpen } from '../sign-in/may-open.ts';
import { plain } from '../ui/plain.ts';
import type { searchMessages } from './messages.ts';

/** Pages with what else people call them, in both languages. */
const screens = [
  { to: '/', key: 'overview', also: 'tong quan trang chu home overview gap khoang cach' },
  { to: '/demand', key: 'demand', also: 'nhu cau ky nang demand skills' },
  {
    to: '/advertisements',
    key: 'advertisements',
    also: 'tin tuyen dung viec lam jobs vacancies advertisements',
  },
  { to: '/programmes', key: 'programmes', also: 'dao tao chuong trinh programmes training supply' },
  {
    to: '/frameworks',
    key: 'frameworks',
    also: 'khung nang luc frameworks esco onet nice digcomp',
  },
  {
    to: '/certificates',
    key: 'certificates',
    also: 'chung chi nghe nghiep bai thi certificates certifications exams',
  },
  {
    to: '/roles/compare',
    key: 'compareRoles',
    also: 'so sanh vai tro nghe compare roles occupations',
  },
  { to: '/compare', key: 'compare', also: 'so sanh compare side by side' },
  {
    to: '/linking',
    key: 'linking',
    also: 'thu lien ket van ban nang luc try a text linking linker',
  },
  { to: '/review', key: 'review', also: 'duyet lien ket review links queue' },
  { to: '/imports', key: 'imports', also: 'nhap du lieu tep import upload files' },
  {
    to: '/imports/subscriptions',
    key: 'subscriptions',
    also: 'theo doi khung may chu case follow subscriptions pull servers frameworks',
  },
  {
    to: '/organisations',
    key: 'organisations',
    also: 'to chuc thanh vien organisations members units',
  },
  { to: '/audit', key: 'audit', also: 'nhat ky dau vet audit trail log seal niem phong' },
  { to: '/me', key: 'me', also: 'du lieu cua toi my data privacy consent' },
  {
    to: '/me/sign-in',
    key: 'security',
    also: 'dang nhap mat khau bao mat password passkey security',
  },
  { to: '/api-clients', key: 'apiClients', also: 'api ket noi may machine key token' },
  { to: '/corrections', key: 'corrections', also: 'dinh chinh corrections' },
  { to: '/retention', key: 'retention', also: 'luu giu retention rules' },
] as const;

export interface Screen {
  to: string;
  title: string;
}

/** Pages that this reader may open and whose names begin with the words; all of them for no words. */
export function findScreens(
  query: string,
  t: TranslateOf<typeof searchMessages>,
  session: Session | undefined,
): Screen[] {
  const wanted = plain(query).split(' ').filter(Boolean);
  return screens
    .filter(({ to }) => mayOpen(to === '/advertisements' ? '/demand' : to, session))
    .map(({ to, key, also }) => ({ to, title: t(`screen.${key}`), also }))
    .filter(({ title, also }) => {
      const words = ` ${plain(title)} ${also}`;
      return wanted.every((word) => words.includes(` ${word}`));
    })
    .map(({ to, title }) => ({ to, title }));
}
