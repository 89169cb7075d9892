import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { signInWanted } from '../api.ts';
import { isOutside } from './safe-next.ts';

/** Whatever the server answers only to somebody it knows leads to the sign-in, and from there back. */
export function useSignInRedirect(): void {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    const lead = () => {
      const { pathname, href } = router.state.location;
      if (isOutside(pathname)) return;
      void navigate({ to: '/sign-in', search: { next: href, why: 'needed' }, replace: true });
    };
    signInWanted.addEventListener('wanted', lead);
    return () => signInWanted.removeEventListener('wanted', lead);
  }, [navigate, router]);
}
